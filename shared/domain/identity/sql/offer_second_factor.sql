select identity.offer_second_factor($1, $2) as secret
