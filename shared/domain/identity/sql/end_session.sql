select identity.end_session($1)
