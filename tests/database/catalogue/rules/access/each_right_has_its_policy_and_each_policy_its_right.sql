with rights as (
  select c.oid, r.oid as role, v.cmd from pg_class c
      cross join (select oid from pg_roles where rolname like 'scope\_%') r
      cross join (values ('r'::"char", 'select'), ('a', 'insert'), ('w', 'update'), ('d', 'delete'))
        as v (cmd, name)
     where c.relrowsecurity and c.relkind = 'r'
       and case when v.name = 'delete' then has_table_privilege(r.oid, c.oid, v.name)
                else has_any_column_privilege(r.oid, c.oid, v.name) end),
  policies as (select p.polrelid as oid, p.polroles[1] as role, p.polcmd as cmd from pg_policy p
                 join pg_class c on c.oid = p.polrelid
                where c.relrowsecurity)
select 'right without policy: ' || oid::regclass || ' ' || role::regrole || ' ' || cmd::text
    from (table rights except table policies) x
union all
select 'policy without right: ' || oid::regclass || ' ' || role::regrole || ' ' || cmd::text
    from (table policies except table rights) x

-- the fault that must be noticed
grant delete on tenant.unit to scope_agency
