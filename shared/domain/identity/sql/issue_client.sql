select identity.issue_client($1, $2, $3, $4)
