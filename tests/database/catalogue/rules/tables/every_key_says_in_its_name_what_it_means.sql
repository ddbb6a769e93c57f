select c.relname || ': ' || k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
   join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('tenant', 'tenancy', 'identity', 'catalogue', 'directory', 'jobs', 'app')
    and k.conname ~ '(_pkey|_fkey[0-9]*|_check[0-9]*|_key[0-9]+)$'

-- the fault that must be noticed
create table tenant.planted (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id))
