select identity.change_board_colleague($1, $2, normalize($3::text)) as membership_id
