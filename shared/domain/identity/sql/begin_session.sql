select identity.begin_session($1, $2, $3, $4, make_interval(secs => $5::double precision), $6)
  as expires_at
