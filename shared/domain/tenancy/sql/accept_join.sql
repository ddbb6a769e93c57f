select board_id, board_name from tenancy.accept_join($1, $2)
