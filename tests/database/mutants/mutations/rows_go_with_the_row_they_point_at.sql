select k.conrelid::regclass,
       format('alter table %s drop constraint %I, add constraint %I %s on delete cascade', k.conrelid::regclass,
              k.conname, k.conname, replace(pg_get_constraintdef(k.oid), ' DEFERRABLE', ''))
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_class f on f.oid = k.confrelid
 where k.contype = 'f' and c.relnamespace = 'tenant'::regnamespace and f.relnamespace = 'tenant'::regnamespace
