-- Where it reads some columns, or none.
select c.oid::regclass, format('grant select on %s to %I', c.oid::regclass, r.rolname)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 cross join pg_roles r
 where n.nspname in ('tenant', 'tenancy', 'identity', 'jobs', 'app', 'directory') and c.relkind = 'r'
   and r.rolname in ('scope_agency', 'scope_board', 'scope_merge')
   and exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
                  and not has_column_privilege(r.oid, c.oid, a.attnum, 'select')
                  -- What a merge may read of any row.
                  and not (r.rolname = 'scope_merge'
                           and a.attname in ('unit_id', 'board_id', 'from_unit_id', 'from_version')))
