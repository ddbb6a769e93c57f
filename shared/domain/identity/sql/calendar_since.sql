select identity.calendar_since($1) as since
