insert into tenant.contact_confirmation (tenant_id, entry_id, agency_id, confirmed_by, confirmed_at)
select e.tenant_id, e.entry_id, e.agency_id, $2, $3::timestamptz
from tenant.register_entry e
where e.agency_id = app.party() and e.entry_id = $1 and e.to_on is null
