select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
   join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
  where c.relnamespace = 'tenant'::regnamespace
    and a.attname not in ('tenant_id', 'agency_id', 'to_party')

-- the fault that must be noticed
create index planted on tenant.unit (name)
