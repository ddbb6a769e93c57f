select k.conrelid::regclass || ': ' || k.conname from pg_constraint k
  where k.contype = 'f' and (k.confdeltype not in ('a', 'r') or k.confupdtype not in ('a', 'r'))

-- the fault that must be noticed
alter table tenant.unit add constraint planted foreign key (tenant_id) references tenancy.party on delete cascade
