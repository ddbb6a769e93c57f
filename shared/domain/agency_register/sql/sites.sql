select entry_id, name, to_on
from tenant.register_entry
where tenant_id = app.party() and parent_id = $1
order by to_on is not null, name, entry_id
