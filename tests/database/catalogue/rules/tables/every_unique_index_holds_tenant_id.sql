select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
  where c.relnamespace = 'tenant'::regnamespace and i.indisunique
    and not 1 = any (i.indkey::int2[])

-- the fault that must be noticed
create unique index planted on tenant.unit (unit_id)
