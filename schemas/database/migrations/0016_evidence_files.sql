-- Evidence as files: versions, scanning, grants with what each board receives.

do $$ begin end $$;
