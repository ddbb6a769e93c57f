select identity.revoke_client($1) as done
