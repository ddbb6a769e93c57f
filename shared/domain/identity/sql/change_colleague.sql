select identity.change_colleague($1, $2, $3, $4, $5) as membership_id
