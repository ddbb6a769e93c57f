select c.oid::regclass || '.' || a.attname from pg_class c
   join pg_namespace n on n.oid = c.relnamespace
   join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname in ('tenant', 'tenancy', 'identity', 'catalogue', 'directory', 'jobs')
    and c.relkind = 'r'
    and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'text[]'::regtype,
                       'json'::regtype, 'bytea'::regtype)
    and a.attgenerated = ''
    and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
                     and a.attnum = any (k.conkey))

-- the fault that must be noticed
alter table tenant.unit add column planted text
