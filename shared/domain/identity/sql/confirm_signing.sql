select identity.confirm_signing($1, $2, $3) as done
