select identity.ask_email_change($1, $2, $3) as mailed_there
