select identity.tell_second_look($1::uuid[], $2::date) as told
