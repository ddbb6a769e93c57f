select identity.issue_client($1, normalize($2::text), $3, $4)
