select * from bench.read_form($1::bytea)
