select entry_id
from tenant.register_entry
where tenant_id = app.party() and entry_id = any ($1::uuid[])
order by entry_id
for no key update
