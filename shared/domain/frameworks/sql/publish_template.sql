select operator.publish_template($1, $2::int, $3::uuid, $4, $5::int, $6, $7, $8, $9::bytea,
  $10::jsonb, $11::jsonb) as published
