select identity.begin_calendar($1, $2) as done
