select operator.add_organisation($1::uuid, $2, $3, $4, $5, $6)
