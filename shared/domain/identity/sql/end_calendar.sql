select identity.end_calendar($1) as done
