select identity.link_reminder($1::uuid, $2::uuid, $3, $4::date, $5, $6, $7::bytea,
                              make_interval(days => $8::integer)) as linked
