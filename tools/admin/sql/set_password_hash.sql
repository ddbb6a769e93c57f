select operator.set_password_hash($1::uuid, $2)
