select operator.add_person($1::uuid, $2, $3, $4)
