select a.schema || '.' || a.name || ' ' || r.rolname
  from (allowed_definers) as a (schema, name, who)
  join pg_namespace n on n.nspname = a.schema
  join pg_proc p on p.pronamespace = n.oid and p.proname = a.name
 cross join lateral aclexplode(p.proacl) x
  join pg_roles r on r.oid = x.grantee
 where r.rolname <> 'owner'
   and not (r.rolname = a.who
            or a.who in ('scope', 'worker or scope') and r.rolname like 'scope\_%'
            or a.who in ('worker', 'worker or scope') and r.rolname in ('worker', 'scope_system'))

-- the fault that must be noticed
grant execute on function identity.begin_session(bytea, uuid, uuid, text, interval, bytea) to gateway
