select p.polrelid::regclass, format('alter policy %I on %s with check (true)', p.polname, p.polrelid::regclass)
  from pg_policy p where p.polwithcheck is not null
