insert into tenant.register_change
  (tenant_id, entry_id, change_no, what, was_name, name, other_id, reason, changed_by, changed_at)
select e.tenant_id, e.entry_id,
       1 + (select coalesce(max(c.change_no), 0) from tenant.register_change c
            where c.tenant_id = e.tenant_id and c.entry_id = e.entry_id),
       $2::text, e.name, e.name, $3::uuid, normalize($4::text),
       app.person(), $5::timestamptz
from tenant.register_entry e
where e.tenant_id = app.party() and e.entry_id = $1
