insert into tenant.support_organisation (tenant_id, support_id, entry_id)
select app.party(), $1::uuid, e.entry_id
from tenant.register_entry e
where e.tenant_id = app.party() and e.entry_id = any ($2::uuid[])
