select identity.ask_email_change($1, $2) as allowed
