select tenancy.note_join($1, $2, normalize($3::text), $4, $5)
