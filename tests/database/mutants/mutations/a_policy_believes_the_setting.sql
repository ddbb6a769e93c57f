-- The cheap reader, which proves nothing, in the place of the sealed one.
select p.polrelid::regclass,
       format('alter policy %I on %s using (%s)', p.polname, p.polrelid::regclass,
              regexp_replace(pg_get_expr(p.polqual, p.polrelid),
                             'app\.sealed_party\(''[a-z]+''::text\)', 'app.party()', 'g'))
  from pg_policy p where p.polcmd = 'r' and pg_get_expr(p.polqual, p.polrelid) ~ 'sealed_party'
