select operator.publish_framework($1, $2::int, $3, $4, $5::bytea, $6::jsonb, $7::jsonb) as published
