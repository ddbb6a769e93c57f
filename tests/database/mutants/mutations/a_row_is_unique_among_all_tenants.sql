select k.conrelid::regclass,
       format('create unique index of_all on %s (%s)', k.conrelid::regclass, plain.columns)
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join lateral (
    select string_agg(a.attname, ', ') as columns,
           bool_or(a.atttypid = 'uuid'::regtype and a.attname !~ '^(unit|board|from_unit|person)_id$'
                   or c.relname = 'unit') as random
      from pg_attribute a
     where a.attrelid = c.oid and a.attnum = any (k.conkey) and a.attname <> 'tenant_id') plain on plain.random
 where k.contype = 'p' and c.relnamespace = 'tenant'::regnamespace
