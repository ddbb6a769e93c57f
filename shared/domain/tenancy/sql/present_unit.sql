select 1
from tenant.unit u
where u.tenant_id = app.party() and u.unit_id = $1 and u.left_on is null
