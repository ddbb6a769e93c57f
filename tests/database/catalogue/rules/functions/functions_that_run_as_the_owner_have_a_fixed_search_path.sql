select p.oid::regprocedure::text
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ('app', 'directory', 'identity', 'tenancy', 'catalogue', 'jobs', 'operator', 'tenant')
  and p.prosecdef
  and not coalesce(p.proconfig, '{}') @> array['search_path=pg_catalog, pg_temp']

-- the fault that must be noticed
alter function app.sealed_party(text) reset search_path
