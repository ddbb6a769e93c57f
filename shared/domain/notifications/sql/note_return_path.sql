select identity.note_return_path($1::uuid, $2::bigint, $3)
