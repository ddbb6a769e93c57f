select jobs.finish($1::uuid, $2::bigint) is null as done
