select identity.change_board_colleague($1, $2, $3) as membership_id
