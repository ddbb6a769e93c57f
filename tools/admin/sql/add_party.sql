select operator.add_party($1::uuid, $2, $3::uuid, $4, $5::jsonb)
