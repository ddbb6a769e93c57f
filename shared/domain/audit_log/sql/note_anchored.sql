select jobs.note_anchored($1::uuid[], $2::bigint[])
