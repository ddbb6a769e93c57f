-- A composite key to a row of a tenant becomes one that holds the row's id alone.
select k.conrelid::regclass,
       format('alter table %s add constraint plain unique (%s); alter table %s drop constraint %I,'
              ' add constraint plain_key foreign key (%s) references %s (%s)',
              k.confrelid::regclass, plain.there, k.conrelid::regclass, k.conname, plain.here,
              k.confrelid::regclass, plain.there)
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_class f on f.oid = k.confrelid
  join lateral (
    select string_agg(h.attname, ', ' order by i) as here, string_agg(t.attname, ', ' order by i) as there,
           bool_or(t.atttypid = 'uuid'::regtype and t.attname !~ '^(unit|board|from_unit)_id$'
                   or f.relname = 'unit') as random
      from unnest(k.conkey, k.confkey) with ordinality as u (h, t, i)
      join pg_attribute h on h.attrelid = k.conrelid and h.attnum = u.h
      join pg_attribute t on t.attrelid = k.confrelid and t.attnum = u.t
     where t.attname not in ('tenant_id', 'agency_id')) plain on plain.random
 where k.contype = 'f' and c.relnamespace = 'tenant'::regnamespace and f.relnamespace = 'tenant'::regnamespace
