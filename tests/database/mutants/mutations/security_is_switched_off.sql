select c.oid::regclass, format('alter table %s disable row level security', c.oid::regclass)
  from pg_class c where c.relrowsecurity
