select jobs.finish($1, $2)
