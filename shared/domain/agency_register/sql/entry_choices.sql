select entry_id, name
from tenant.register_entry
where tenant_id = app.party() and to_on is null and entry_id is distinct from $1::uuid
order by name, entry_id
limit 3000
