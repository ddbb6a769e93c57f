select app.may_write_place($1, null, $2) as may
