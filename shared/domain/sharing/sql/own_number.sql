select tenancy.own_sight_number() as number
