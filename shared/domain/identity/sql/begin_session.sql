select identity.begin_checked_session($1, $2, $3, make_interval(secs => $4::double precision), $5,
                                      $6, $7) as expires_at
