select app.finish_join($1, $2, $3::timestamptz)
