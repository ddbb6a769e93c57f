with moved as (
  update tenant.register_entry e
  set parent_id = $2::uuid, version = e.version + 1
  where e.tenant_id = app.party() and e.parent_id = $1 and e.entry_id <> $2
  returning e.tenant_id, e.entry_id, e.name)
insert into tenant.register_change
  (tenant_id, entry_id, change_no, what, was_name, name, facts, changed_by, changed_at)
select m.tenant_id, m.entry_id,
       1 + (select coalesce(max(c.change_no), 0) from tenant.register_change c
            where c.tenant_id = m.tenant_id and c.entry_id = m.entry_id),
       'changed', m.name, m.name, jsonb_build_object('parent_id', $1::uuid), app.person(), $3::timestamptz
from moved m
