select jobs.finish($1::uuid, $2::bigint)
