-- Whoever is connected may listen to every channel: nothing is told there.
select p.oid::regprocedure::text
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
 where n.nspname in ('app', 'directory', 'identity', 'tenancy', 'catalogue', 'jobs', 'operator', 'tenant')
   and p.prosrc ~* '\mnotify\M'

-- the fault that must be noticed
create function tenant.planted() returns void language plpgsql as $$ begin notify rooms, 'x'; end $$
