select operator.publish_mapping($1, $2::int, $3, $4::int, $5::int, $6, $7::bytea, $8,
  $9::jsonb) as published
