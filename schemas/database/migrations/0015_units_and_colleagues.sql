-- Units that inherit, assignments, comments, what is carried forward.

do $$ begin end $$;
