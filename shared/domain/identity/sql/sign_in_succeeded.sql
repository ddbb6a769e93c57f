select identity.sign_in_succeeded($1)
