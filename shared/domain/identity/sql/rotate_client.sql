select identity.rotate_client($1, $2, make_interval(hours => $3)) as done
