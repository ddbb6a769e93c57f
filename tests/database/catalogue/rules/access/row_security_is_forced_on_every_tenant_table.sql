select c.relname from pg_class c
  where c.relnamespace = 'tenant'::regnamespace and c.relkind in ('r', 'p')
    and not (c.relrowsecurity and c.relforcerowsecurity)

-- the fault that must be noticed
alter table tenant.answer no force row level security
