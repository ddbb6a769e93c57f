select polrelid::regclass || ': ' || polcmd::text from pg_policy
  group by polrelid, polroles, polcmd having count(*) > 1

-- the fault that must be noticed
create policy planted on tenant.unit for select to scope_agency using (true)
