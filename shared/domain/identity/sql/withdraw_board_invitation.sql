select identity.withdraw_board_invitation($1) as done
