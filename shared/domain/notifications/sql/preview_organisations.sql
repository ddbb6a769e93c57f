select entry_id, name
from tenant.register_entry
where tenant_id = app.party() and to_on is null
order by name, entry_id
limit 2000
