select identity.withdraw_invitation($1) as done
