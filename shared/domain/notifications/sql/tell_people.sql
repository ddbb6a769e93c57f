select app.tell_people($1::uuid, $2::bigint, $3::date) as told
