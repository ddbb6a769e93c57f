select identity.ask_signing_code($1, $2, $3) as allowed
