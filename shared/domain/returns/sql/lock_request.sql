select request_id
from tenant.request
where tenant_id = app.party() and request_id = $1
for no key update
