select c.relname || ' -> ' || k.confrelid::regclass from pg_constraint k
   join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
   join pg_namespace n on n.oid = f.relnamespace
  where k.contype = 'f' and c.relnamespace = 'tenant'::regnamespace
    and n.nspname <> 'tenant' and n.nspname <> 'catalogue'
    and k.confrelid::regclass::text not in ('tenancy.party', 'tenancy.connection',
                                            'identity.person', 'directory.organisation')

-- the fault that must be noticed
alter table tenant.unit add constraint planted foreign key (unit_id) references jobs.job (job_id)
