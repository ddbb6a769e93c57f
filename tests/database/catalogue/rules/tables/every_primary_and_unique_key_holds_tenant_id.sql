select c.relname || ': ' || k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
  where c.relnamespace = 'tenant'::regnamespace and k.contype in ('p', 'u')
    and not exists (select from pg_attribute a where a.attrelid = c.oid
                     and a.attname = 'tenant_id' and a.attnum = any (k.conkey))

-- the fault that must be noticed
alter table tenant.unit add constraint planted unique (unit_id)
