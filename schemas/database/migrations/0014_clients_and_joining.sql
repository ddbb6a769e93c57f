-- Programs of an agency, calendar addresses, joining by consent.

do $$ begin end $$;
