select identity.set_password_hash($1, $2, null)
