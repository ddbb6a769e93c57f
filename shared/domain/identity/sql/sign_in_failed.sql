select identity.sign_in_failed($1, $2)
