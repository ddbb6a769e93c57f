select c.oid::regclass,
       format('set local role owner; create view tenant.shown as select * from %s;'
              ' grant select on tenant.shown to scope_agency, scope_board; reset role', c.oid::regclass)
  from pg_class c where c.relnamespace = 'tenant'::regnamespace and c.relkind = 'r'
