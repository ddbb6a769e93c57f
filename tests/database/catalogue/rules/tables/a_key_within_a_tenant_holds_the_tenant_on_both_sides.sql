-- The four keys named here hold the agency alone: the board's row may name only an agency that has joined
-- it (another key sees to that), and the ids cannot be guessed.
select c.relname || ': ' || k.conname from pg_constraint k
   join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
  where k.contype = 'f' and c.relnamespace = 'tenant'::regnamespace
    and f.relnamespace = 'tenant'::regnamespace
    and k.conname not in ('register_entry_unit', 'request_unit', 'action_unit', 'return_version_submission')
    and not (1 = any (k.conkey) and 1 = any (k.confkey))

-- the fault that must be noticed
alter table tenant.unit add constraint unit_once unique (tenant_id, unit_id, name);alter table tenant.action add constraint planted foreign key (agency_id, source_ref) references tenant.unit (tenant_id, unit_id)
