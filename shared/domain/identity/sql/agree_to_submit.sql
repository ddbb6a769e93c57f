select identity.agree_to_submit($1, $2, $3, make_interval(days => $4)) as done
