select identity.enter_sight($1::uuid, $2::date)
