insert into tenant.contact (tenant_id, entry_id, agency_id, name, position, email, valid_from, added_by)
select e.tenant_id, e.entry_id, e.agency_id, normalize($2::text), normalize($3::text), $4, $5::date, $6
from tenant.register_entry e
where e.tenant_id = app.party() and e.entry_id = $1
