select identity.agree_email_change($1) as done
