select identity.change_email($1) as done
