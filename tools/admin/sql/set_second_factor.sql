select operator.set_second_factor($1::uuid, $2, $3)
