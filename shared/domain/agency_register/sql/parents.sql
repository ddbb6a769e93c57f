select entry_id, parent_id
from tenant.register_entry
where tenant_id = app.party() and parent_id is not null
