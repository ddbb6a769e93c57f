select r.report_id
from tenant.report r
where r.tenant_id = app.party() and r.report_id = $1::uuid
for update
