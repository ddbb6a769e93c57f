select c.relname from pg_class c
  where c.relnamespace = 'tenant'::regnamespace and c.relkind = 'r'
    and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'
                     and k.conkey[1] = 1)

-- the fault that must be noticed
create table tenant.planted (tenant_id uuid not null, id uuid not null, primary key (id, tenant_id))
