select board_name, name, email, has_account from tenancy.read_join($1)
