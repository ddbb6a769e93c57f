select operator.end_session($1::bytea)
