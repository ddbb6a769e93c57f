select jobs.announce('scan_evidence', null, $1::uuid, gen_random_uuid()) as job_id
