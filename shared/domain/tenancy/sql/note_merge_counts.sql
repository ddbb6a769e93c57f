select tenancy.note_merge_counts(app.room_counts())
