-- Of tenants' tables: a profile is read through the connections, which have a policy of their own.
select p.polrelid::regclass,
       format('alter policy %I on %s using (%s)', p.polname, p.polrelid::regclass,
              regexp_replace(pg_get_expr(p.polqual, p.polrelid),
                             '(tenant_id|agency_id) = \( SELECT app\.sealed_party[^)]*\) AS sealed_party\)',
                             '\1 = \1'))
  from pg_policy p
 where p.polcmd = 'r'
   and pg_get_expr(p.polqual, p.polrelid) ~ '(tenant_id|agency_id) = \( SELECT app\.sealed_party'
   and p.polrelid::regclass::text like 'tenant.%'
