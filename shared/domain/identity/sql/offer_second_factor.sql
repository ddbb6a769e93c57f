select secret, key_id from identity.offer_second_factor($1, $2, $3)
