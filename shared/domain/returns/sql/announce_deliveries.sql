select job_id
from jobs.announce_all('deliver', $1::uuid[], $2, $3::uuid[]) as announced (job_id)
