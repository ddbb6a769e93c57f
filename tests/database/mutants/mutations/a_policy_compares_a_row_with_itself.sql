select p.polrelid::regclass,
       format('alter policy %I on %s using (%s)', p.polname, p.polrelid::regclass,
              regexp_replace(pg_get_expr(p.polqual, p.polrelid),
                             '(tenant_id|agency_id) = \( SELECT app\.sealed_party[^)]*\) AS sealed_party\)',
                             '\1 = \1'))
  from pg_policy p
 where p.polcmd = 'r'
   and pg_get_expr(p.polqual, p.polrelid) ~ '(tenant_id|agency_id) = \( SELECT app\.sealed_party'
