insert into tenant.contact (tenant_id, entry_id, agency_id, role, name, position, email, telephone,
                            valid_from, replaces_id, added_by, added_at)
select e.tenant_id, e.entry_id, e.agency_id, $2, normalize($3::text), normalize($4::text), $5, normalize($6::text),
       $7::date, $8::uuid, $9, $10::timestamptz
from tenant.register_entry e
where e.agency_id = app.party() and e.entry_id = $1 and e.to_on is null
returning contact_id
