select identity.close_mail($1, $2, $3)
