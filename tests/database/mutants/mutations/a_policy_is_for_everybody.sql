select p.polrelid::regclass, format('alter policy %I on %s to public', p.polname, p.polrelid::regclass)
  from pg_policy p where p.polcmd = 'r'
