select c.oid::regclass || ' ' || x.privilege_type from pg_class c, aclexplode(c.relacl) x
   join pg_roles r on r.oid = x.grantee
  where r.rolname <> 'owner' and c.relkind in ('r', 'S')
    and (x.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or x.is_grantable)
    and c.relnamespace <> 'pg_catalog'::regnamespace
    and c.relnamespace <> 'information_schema'::regnamespace

-- the fault that must be noticed
grant truncate on tenant.unit to scope_agency
