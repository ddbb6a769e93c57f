select identity.take_chase($1) as tries
