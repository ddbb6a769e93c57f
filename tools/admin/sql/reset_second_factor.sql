select operator.reset_second_factor($1::uuid)
