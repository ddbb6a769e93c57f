select to_on is not null as ended, agency_id is not null as joined
from tenant.register_entry
where tenant_id = app.party() and entry_id = $1
for no key update
