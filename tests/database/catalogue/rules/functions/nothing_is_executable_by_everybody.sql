select p.oid::regprocedure::text
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ('app', 'directory', 'identity', 'tenancy', 'catalogue', 'jobs', 'operator', 'tenant')
  and (p.proacl is null or exists (select
  from aclexplode(p.proacl) x
  where x.grantee = 0))

-- the fault that must be noticed
grant execute on function jobs.sweep() to public
