select identity.take_step($1, $2) as done
