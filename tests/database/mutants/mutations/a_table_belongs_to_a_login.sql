select c.oid::regclass,
       format('grant create on schema %I to gateway, worker; alter table %s owner to %I', n.nspname,
              c.oid::regclass, (array['gateway', 'worker'])[1 + c.oid::bigint % 2])
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where n.nspname in ('tenant', 'tenancy', 'identity', 'jobs', 'app') and c.relkind = 'r'
