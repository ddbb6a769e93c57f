select identity.close_chase($1)
