select identity.ask_link($1, $2, $3, $4) as allowed
