select identity.session_scopes($1) as scopes
