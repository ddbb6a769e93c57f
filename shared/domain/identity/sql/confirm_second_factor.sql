select identity.confirm_second_factor($1, $2, $3) as done
