with made as (
  insert into tenant.register_entry
    (tenant_id, organisation_id, name, type, own_ref, from_on, section11, parent_id, notes, months,
     completed_on)
  values (app.party(), $1, normalize($2::text), $3, normalize($4::text),
          ($5::timestamptz at time zone 'Europe/London')::date, $6, $7, normalize($8::text), $9, $10)
  returning tenant_id, entry_id, name)
insert into tenant.register_change
  (tenant_id, entry_id, change_no, what, was_name, name, other_id, reason, changed_by, changed_at)
select m.tenant_id, m.entry_id, 1, $11::text, '', m.name, $12::uuid, $13::text, app.person(), $5
from made m
returning entry_id
