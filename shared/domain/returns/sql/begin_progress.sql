select jobs.begin_progress()
