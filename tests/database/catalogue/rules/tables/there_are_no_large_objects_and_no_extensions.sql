select 'large object' from pg_largeobject_metadata
union all select extname from pg_extension where extname <> 'plpgsql'

-- the fault that must be noticed
select lo_create(4711)
