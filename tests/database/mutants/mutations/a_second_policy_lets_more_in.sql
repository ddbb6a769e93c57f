select c.oid::regclass, format('create policy one_more on %s for select to %I using (tenant_id is not null)',
                               c.oid::regclass, r.rolname)
  from pg_class c
  join lateral (select r.rolname from pg_policy p join pg_roles r on r.oid = p.polroles[1]
                 where p.polrelid = c.oid and p.polcmd = 'r' order by r.rolname limit 1) r on true
 where c.relnamespace = 'tenant'::regnamespace and c.relkind = 'r'
