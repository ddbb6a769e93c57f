-- Run once in a new, empty database as the cluster's superuser, before the first migration.
-- Nobody may do anything here but what a migration grants.
do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to gateway, worker, auth, operator, migrator, backup',
                 current_database());
  execute format('grant create on database %I to owner', current_database());
end $$;
drop schema if exists public;
