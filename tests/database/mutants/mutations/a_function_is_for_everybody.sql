select '', format('grant execute on function %s to public', p.oid::regprocedure)
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where p.prokind = 'f'
   and n.nspname in ('app', 'identity', 'tenancy', 'directory', 'jobs', 'operator', 'tenant', 'catalogue')
