select p.polrelid::regclass || ': ' || p.polname from pg_policy p
   join pg_roles r on r.oid = p.polroles[1]
   cross join lateral regexp_matches(coalesce(pg_get_expr(p.polqual, p.polrelid), '')
     || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''),
     'sealed_[a-z]+\(''([a-z]+)''', 'g') as m
  where m[1] <> substr(r.rolname, 7)

-- the fault that must be noticed
create policy planted on tenant.unit for delete to scope_board using (tenant_id = (select app.sealed_party('agency')))
