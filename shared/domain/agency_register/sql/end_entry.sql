with old as (
  select * from tenant.register_entry
  where tenant_id = app.party() and entry_id = $1
  for no key update),
kept as (
  update tenant.register_entry e
  set to_on = $2::date, version = e.version + 1
  from old o
  where e.tenant_id = o.tenant_id and e.entry_id = o.entry_id
  returning e.*)
insert into tenant.register_change
  (tenant_id, entry_id, change_no, what, was_name, name, other_id, facts, reason, changed_by, changed_at)
select k.tenant_id, k.entry_id,
       1 + (select coalesce(max(c.change_no), 0) from tenant.register_change c
            where c.tenant_id = k.tenant_id and c.entry_id = k.entry_id),
       $3::text, k.name, k.name, $4::uuid,
       jsonb_build_object('to_on', coalesce(o.to_on::text, '')), normalize($5::text), app.person(), $6::timestamptz
from kept k
join old o on o.entry_id = k.entry_id
