select jobs.announce($1::text, app.party(), $2::uuid) as job_id
