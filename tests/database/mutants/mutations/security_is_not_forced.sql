select c.oid::regclass, format('alter table %s no force row level security', c.oid::regclass)
  from pg_class c where c.relnamespace = 'tenant'::regnamespace and c.relkind = 'r'
