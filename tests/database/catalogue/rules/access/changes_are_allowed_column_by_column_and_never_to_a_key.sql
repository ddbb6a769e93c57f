select c.oid::regclass || ' as a whole' from pg_class c, aclexplode(c.relacl) x
    join pg_roles r on r.oid = x.grantee
   where r.rolname like 'scope\_%' and x.privilege_type = 'UPDATE'
union all
select c.oid::regclass || '.' || a.attname from pg_class c
    join pg_attribute a on a.attrelid = c.oid
    join pg_constraint k on k.conrelid = c.oid and k.contype = 'p' and a.attnum = any (k.conkey)
    cross join lateral aclexplode(a.attacl) x join pg_roles r on r.oid = x.grantee
   where r.rolname like 'scope\_%' and x.privilege_type = 'UPDATE'
     -- A merge gives rows to another room: a rule of its own says what it may change.
     and r.rolname <> 'scope_merge'

-- the fault that must be noticed
grant update (tenant_id) on tenant.unit to scope_agency
