select r.request_id
from tenant.return r
where r.tenant_id = app.party() and r.return_id = $1::uuid
