select c.oid::regclass, format('grant update on %s to %I', c.oid::regclass, r.rolname)
  from pg_class c cross join pg_roles r
 where c.relnamespace = 'tenant'::regnamespace and c.relkind = 'r'
   and r.rolname in ('scope_agency', 'scope_board')
   and has_any_column_privilege(r.oid, c.oid, 'update')
