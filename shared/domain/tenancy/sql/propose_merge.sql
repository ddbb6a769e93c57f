select outcome, merge_id from tenancy.propose_merge($1, $2, app.room_counts())
