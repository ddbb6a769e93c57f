select r.rolname from pg_roles r
  where (r.rolname like 'scope\_%' or r.rolname in ('owner', 'gateway', 'worker', 'auth', 'operator', 'migrator', 'backup'))
    and (r.rolsuper or r.rolcreatedb or r.rolcreaterole or r.rolreplication
         or (r.rolinherit and r.rolname <> 'backup')
         or (r.rolbypassrls and r.rolname <> 'backup')
         or r.rolcanlogin <> (r.rolname in ('gateway', 'worker', 'auth', 'operator', 'migrator', 'backup')))

-- the fault that must be noticed
alter role gateway bypassrls
