select jobs.note_sealed($1::bigint[], $2::bigint[], $3::bigint, $4::bigint, $5::bytea) as still_waiting
