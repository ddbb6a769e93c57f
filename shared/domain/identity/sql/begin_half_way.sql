select identity.begin_half_way($1, $2, $3)
