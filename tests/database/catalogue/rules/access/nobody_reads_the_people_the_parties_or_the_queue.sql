select t.oid::regclass || ' ' || r.rolname from pg_class t join pg_namespace n on n.oid = t.relnamespace
   cross join pg_roles r
  where t.relkind = 'r' and (n.nspname in ('identity', 'jobs', 'app')
                             or t.oid in ('tenancy.party'::regclass, 'tenancy.invitation'::regclass))
    and r.rolname not in ('owner', 'migrator', 'backup', 'pg_read_all_data', 'pg_write_all_data')
    and not r.rolsuper
    and has_any_column_privilege(r.oid, t.oid, 'select, insert, update')

-- the fault that must be noticed
grant select on tenancy.party to scope_board
