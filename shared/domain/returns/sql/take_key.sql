select app.take_key($1::text) as taken
