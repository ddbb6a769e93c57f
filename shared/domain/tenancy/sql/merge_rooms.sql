select app.merge_rooms($1)
