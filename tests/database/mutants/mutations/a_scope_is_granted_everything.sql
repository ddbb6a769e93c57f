select c.oid::regclass, format('grant all on %s to %I', c.oid::regclass, r.rolname)
  from pg_class c
 cross join (select r.rolname, row_number() over (order by r.rolname) as place, count(*) over () as scopes
               from pg_roles r where r.rolname like 'scope\_%') r
 where c.relnamespace = 'tenant'::regnamespace and c.relkind = 'r'
   -- Each table for three of the scopes in turn, and each scope for as many tables.
   and (c.oid::bigint + r.place) % r.scopes < 3
