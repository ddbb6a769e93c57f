select app.merge_rooms($1, $2)
