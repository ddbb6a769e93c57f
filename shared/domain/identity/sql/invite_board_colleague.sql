select identity.invite_board_colleague($1, $2, $3, $4) as invitation_id
