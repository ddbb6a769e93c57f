select identity.reset_board_colleague($1) as outcome
