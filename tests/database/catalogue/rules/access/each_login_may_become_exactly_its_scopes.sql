select coalesce(w.login, h.login) || ' ' || coalesce(w.scope, h.scope)
   from (values ('gateway', 'scope_board'), ('gateway', 'scope_agency'),
                ('gateway', 'scope_share'), ('gateway', 'scope_sight'),
                ('gateway', 'scope_national'), ('gateway', 'scope_merge'),
                ('gateway', 'scope_review'), ('worker', 'scope_delivery'),
                ('worker', 'scope_system'), ('worker', 'scope_aggregate'),
                ('worker', 'scope_board'), ('worker', 'scope_agency'),
                ('migrator', 'owner'), ('backup', 'pg_read_all_data')) as w (login, scope)
   full join (select m.rolname::text as login, g.rolname::text as scope
                from pg_auth_members x join pg_roles m on m.oid = x.member
                join pg_roles g on g.oid = x.roleid
               where m.rolname in ('gateway', 'worker', 'auth', 'operator', 'migrator', 'backup') or m.rolname like 'scope\_%'
                  or m.rolname = 'owner') h
     on h.login = w.login and h.scope = w.scope
  where w.login is null or h.login is null

-- the fault that must be noticed
grant scope_delivery to gateway
