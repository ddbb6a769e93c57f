select p.polrelid::regclass || ': ' || p.polname from pg_policy p
  where not p.polpermissive or p.polcmd = '*' or cardinality(p.polroles) <> 1
     or 0 = any (p.polroles)
     or not exists (select from pg_roles r where r.oid = p.polroles[1]
                     and r.rolname like 'scope\_%')

-- the fault that must be noticed
create policy planted on tenant.unit as restrictive for select to scope_agency using (true)
