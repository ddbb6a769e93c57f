select identity.remove_board_colleague($1) as done
