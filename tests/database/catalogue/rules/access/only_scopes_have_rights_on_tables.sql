select c.oid::regclass || ' ' || coalesce(r.rolname, 'public') || ' ' || x.privilege_type
   from pg_class c join pg_namespace n on n.oid = c.relnamespace
   cross join lateral (
   select * from aclexplode(c.relacl)
   union all
   select y.* from pg_attribute a, aclexplode(a.attacl) y where a.attrelid = c.oid) x
   left join pg_roles r on r.oid = x.grantee
  where n.nspname in ('tenant', 'tenancy', 'identity', 'catalogue', 'directory', 'jobs', 'app')
    and coalesce(r.rolname, 'public') <> 'owner'
    and coalesce(r.rolname, 'public') not like 'scope\_%'

-- the fault that must be noticed
grant select on tenancy.party to gateway
