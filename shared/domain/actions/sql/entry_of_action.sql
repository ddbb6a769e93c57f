select entry_id, agency_id, unit_id, name
from tenant.register_entry
where tenant_id = app.party() and ($1::uuid is null or entry_id = $1::uuid)
  and (to_on is null or to_on >= $2::date)
order by name, entry_id
