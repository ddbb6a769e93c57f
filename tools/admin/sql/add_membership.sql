select operator.add_membership($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6)
