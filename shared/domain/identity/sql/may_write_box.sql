select app.may_write_box($1, $2, $3) as may
