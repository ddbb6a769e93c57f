select identity.tell_reviewer($1::uuid, $2::text, $3::text) as told
