-- Roles of the cluster. Run once per cluster as its superuser, again at any time: every line may be repeated.
-- Logins have no password here; a deployment sets them (or certificates) beside this file.
-- The demonstration and the tests use a private cluster behind a socket folder that only they can open.
do $$
declare
  name text;
begin
  foreach name in array array['owner', 'scope_board', 'scope_agency', 'scope_delivery', 'scope_share',
                              'scope_sight', 'scope_aggregate', 'scope_national', 'scope_system',
                              'scope_merge', 'scope_review'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin noinherit nosuperuser nocreatedb nocreaterole', name);
    end if;
  end loop;
  foreach name in array array['gateway', 'worker', 'auth', 'operator', 'migrator'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I login noinherit nosuperuser nocreatedb nocreaterole', name);
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'backup') then
    create role backup login nosuperuser bypassrls;
  end if;
end $$;
-- A dump without either of these would be empty and say nothing.
alter role backup inherit bypassrls;

grant owner to migrator;
grant scope_board, scope_agency, scope_share, scope_sight, scope_national, scope_merge,
  scope_review to gateway;
grant scope_delivery, scope_system, scope_aggregate, scope_board, scope_agency to worker;
grant pg_read_all_data to backup;

alter role gateway set search_path = '';
alter role worker set search_path = '';
alter role auth set search_path = '';
alter role operator set search_path = '';
alter role migrator set search_path = '';
alter role backup set row_security = off;
alter role backup set default_transaction_read_only = on;
alter role gateway set lock_timeout = '5s';
alter role worker set lock_timeout = '10s';
alter role gateway set idle_in_transaction_session_timeout = '30s';
alter role worker set idle_in_transaction_session_timeout = '60s';
