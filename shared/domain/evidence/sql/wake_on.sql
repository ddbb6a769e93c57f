select jobs.wake_on($1::date[])
