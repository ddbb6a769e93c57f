select k.conrelid::regclass || ': ' || k.conname from pg_constraint k
   join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
  where k.contype = 'f' and f.relnamespace = 'tenant'::regnamespace
    and c.relnamespace <> 'tenant'::regnamespace and k.conname <> 'membership_unit'

-- the fault that must be noticed
alter table jobs.job add constraint planted foreign key (source_tenant, source_ref) references tenant.submission (tenant_id, submission_id)
