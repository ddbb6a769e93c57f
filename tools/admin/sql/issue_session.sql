select operator.issue_session($1::bytea, $2::uuid, $3::uuid, $4, $5::interval) as expires_at
