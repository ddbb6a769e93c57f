select app.may_explain($1, $2, $3) as may
