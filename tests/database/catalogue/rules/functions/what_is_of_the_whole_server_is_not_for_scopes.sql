-- Large objects, locks by number, counters, sizes, other sessions: nobody's who acts for a party, nor a login's.
select p.oid::regprocedure || ' ' || r.rolname
  from pg_proc p
 cross join pg_roles r
 where p.pronamespace = 'pg_catalog'::regnamespace and p.prokind = 'f'
   and p.proname ~ ('^(lo_|loread$|lowrite$|pg_advisory_|pg_try_advisory_|pg_stat_get_|pg_lock_status$'
                    || '|pg_(relation|total_relation|table|indexes|database)_size$|currtid2$)')
   and (r.rolname like 'scope\_%' or r.rolname in ('gateway', 'worker', 'auth', 'operator'))
   and has_function_privilege(r.oid, p.oid, 'execute')

-- the fault that must be noticed
grant execute on function pg_catalog.lo_create(oid) to public
