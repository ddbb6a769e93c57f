select identity.end_sessions_elsewhere($1, $2) as ended
