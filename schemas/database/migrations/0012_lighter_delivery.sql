-- A delivery reads its side in fewer statements and asks the seal less often.

do $$ begin end $$;
