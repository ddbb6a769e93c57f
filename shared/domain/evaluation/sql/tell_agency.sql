select identity.tell_agency($1::uuid, $2::uuid, $3, $4) as told
