select app.scope() = 'board' as of_board
