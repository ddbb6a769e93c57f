select p.polrelid::regclass, format('alter policy %I on %s using (true)', p.polname, p.polrelid::regclass)
  from pg_policy p where p.polqual is not null
