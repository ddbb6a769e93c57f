select n.nspname || ' ' || r.rolname from pg_namespace n cross join pg_roles r
   where n.nspname not like 'pg\_%' and not r.rolsuper and r.rolname <> 'owner'
     and has_schema_privilege(r.oid, n.oid, 'create')
     and not pg_has_role(r.oid, 'pg_database_owner', 'member')
union all
select 'database ' || r.rolname from pg_roles r
   where not r.rolsuper and r.rolname not in ('owner', 'pg_database_owner')
     and (has_database_privilege(r.oid, current_database(), 'create')
          or has_database_privilege(r.oid, current_database(), 'temp'))

-- the fault that must be noticed
grant create on schema app to scope_board
