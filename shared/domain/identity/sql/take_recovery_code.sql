select identity.take_recovery_code($1, $2) as done
