select jobs.wake_at($1)
