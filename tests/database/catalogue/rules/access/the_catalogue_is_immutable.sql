select c.oid::regclass || ' ' || r.rolname from pg_class c cross join pg_roles r
  where c.relnamespace = 'catalogue'::regnamespace and c.relkind = 'r'
    and r.rolname like 'scope\_%'
    and (has_any_column_privilege(r.oid, c.oid, 'update')
         or has_table_privilege(r.oid, c.oid, 'delete')
         or (c.relname <> 'national_release'
             and has_any_column_privilege(r.oid, c.oid, 'insert')))

-- the fault that must be noticed
grant insert on catalogue.facet to scope_board
