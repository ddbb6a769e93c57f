select jobs.announce('carry_progress', $1, $2, $2)
