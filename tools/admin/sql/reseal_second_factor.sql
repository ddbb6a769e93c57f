select operator.reseal_second_factor($1::uuid, $2, $3, $4) as done
