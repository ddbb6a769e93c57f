select party_id, sealed, head from jobs.heads_to_anchor()
