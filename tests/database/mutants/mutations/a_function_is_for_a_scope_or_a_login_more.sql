select '', format('grant execute on function %s to %I', p.oid::regprocedure,
                  case when n.nspname = 'operator' then 'auth'
                       when has_function_privilege('auth', p.oid, 'execute') then 'gateway' else 'auth' end)
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where p.prosecdef and p.prokind = 'f' and n.nspname not in ('pg_catalog', 'information_schema')
