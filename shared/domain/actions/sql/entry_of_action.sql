select entry_id, agency_id, unit_id, name, to_on
from tenant.register_entry
where tenant_id = app.party() and ($1::uuid is null or entry_id = $1::uuid)
order by name, entry_id
