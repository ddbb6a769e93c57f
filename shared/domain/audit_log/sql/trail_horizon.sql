select up_to, after_transaction from jobs.trail_horizon()
