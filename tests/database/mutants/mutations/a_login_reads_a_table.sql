select c.oid::regclass,
       format('grant select on %s to %I', c.oid::regclass,
              (array['gateway', 'worker', 'auth', 'operator'])[1 + c.oid::bigint % 4])
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where n.nspname in ('tenant', 'tenancy', 'identity', 'jobs', 'app') and c.relkind = 'r'
