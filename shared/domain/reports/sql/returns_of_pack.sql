select p.return_id
from tenant.report_return p
where p.tenant_id = app.party() and p.report_id = $1::uuid
order by p.position
