select app.may_write_commitment($1) as may
