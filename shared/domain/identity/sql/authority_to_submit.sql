select program, name, "position", statement, given_at from identity.authority_to_submit()
