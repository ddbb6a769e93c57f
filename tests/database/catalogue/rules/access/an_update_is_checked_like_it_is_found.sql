select p.polrelid::regclass || ': ' || p.polname from pg_policy p
  where p.polcmd = 'w' and pg_get_expr(p.polqual, p.polrelid)
        is distinct from pg_get_expr(p.polwithcheck, p.polrelid)

-- the fault that must be noticed
create policy planted on tenant.submission for update to scope_agency using (tenant_id = (select app.sealed_party('agency'))) with check (true)
