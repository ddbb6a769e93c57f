select p.proname || ' ' || coalesce(r.rolname, 'public')
  from pg_proc p
  cross join lateral aclexplode(p.proacl) x
  left join pg_roles r on r.oid = x.grantee
  where p.pronamespace = 'operator'::regnamespace
  and coalesce(r.rolname, 'public') not in ('owner', 'operator')

-- the fault that must be noticed
grant execute on function operator.connect(uuid, uuid) to gateway
