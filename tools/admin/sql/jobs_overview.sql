select kind, state, jobs, oldest_seconds from operator.jobs_overview()
