select tenancy.make_merge_code($1, app.room_counts()) as until
