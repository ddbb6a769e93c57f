-- Accounts: links by mail, second factor, colleagues, sessions, mail to send.

do $$ begin end $$;
