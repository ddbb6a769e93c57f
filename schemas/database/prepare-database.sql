-- Run once in a new, empty database as the cluster's superuser, before the first migration; again at any time.
-- Nobody may do anything here but what a migration grants.
do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to gateway, worker, auth, operator, migrator, backup',
                 current_database());
  execute format('grant create on database %I to owner', current_database());
end $$;
drop schema if exists public;

-- What PostgreSQL lets everybody do, and what no tenant may: large objects belong to a role and not to a party,
-- so that two agencies could leave each other notes; a lock could hold up another's room; counters, sizes,
-- locks and sessions tell how much another has and does.
do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p
            where p.pronamespace = 'pg_catalog'::regnamespace and p.prokind = 'f'
              and p.proname ~ ('^(lo_|loread$|lowrite$|pg_advisory_|pg_try_advisory_|pg_stat_get_|pg_lock_status$'
                               || '|pg_(relation|total_relation|table|indexes|database)_size$|currtid2$)') loop
    execute format('revoke execute on function %s from public', f.name);
    execute format('grant execute on function %s to owner, pg_monitor', f.name);
  end loop;
end $$;
grant execute on function pg_try_advisory_lock(bigint) to migrator;
