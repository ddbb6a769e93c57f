select p.polrelid::regclass, format('drop policy %I on %s', p.polname, p.polrelid::regclass)
  from pg_policy p
