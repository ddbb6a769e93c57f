select c.relname from pg_class c
  where c.relnamespace = 'tenant'::regnamespace and c.relkind in ('r', 'p')
    and not exists (select from pg_attribute a
                     where a.attrelid = c.oid and a.attnum = 1 and a.attname = 'tenant_id'
                       and a.attnotnull and a.atttypid = 'uuid'::regtype)

-- the fault that must be noticed
create table tenant.planted (id uuid primary key, tenant_id uuid not null)
