select identity.invite_colleague($1, $2, $3, $4, $5, $6) as invitation_id
