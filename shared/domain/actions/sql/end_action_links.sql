select identity.end_action_links($1)
