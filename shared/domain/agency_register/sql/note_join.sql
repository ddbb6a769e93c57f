select tenancy.note_join($1, $2, $3, $4, $5)
