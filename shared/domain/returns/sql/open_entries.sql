select count(*) as n
from tenant.register_entry
where tenant_id = app.party() and to_on is null and entry_id = any ($1::uuid[])
