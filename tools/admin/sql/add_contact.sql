insert into tenant.contact (tenant_id, contact_id, entry_id, agency_id, role, name, position, email, telephone,
                            valid_from, added_by, added_at)
select e.tenant_id, e.entry_id, e.entry_id, e.agency_id, 'section11_lead', $2, $3, $4, $5, e.from_on,
       'The board', e.from_on::timestamp at time zone 'UTC'
from tenant.register_entry e
where e.tenant_id = app.party() and e.entry_id = $1
on conflict do nothing
