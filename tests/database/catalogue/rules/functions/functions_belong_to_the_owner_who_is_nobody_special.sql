select p.oid::regprocedure::text
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
  join pg_roles r on r.oid = p.proowner
  where n.nspname in ('app', 'directory', 'identity', 'tenancy', 'catalogue', 'jobs', 'operator', 'tenant')
  and (r.rolname <> 'owner' or r.rolsuper or r.rolbypassrls)

-- the fault that must be noticed
alter function app.sealed_party(text) owner to current_user
