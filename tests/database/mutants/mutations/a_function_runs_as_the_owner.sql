select '', format('alter function %s security definer', p.oid::regprocedure)
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where not p.prosecdef and p.prokind = 'f'
   and n.nspname in ('app', 'identity', 'tenancy', 'directory', 'jobs', 'tenant')
