select identity.withdraw_consent($1) as done
