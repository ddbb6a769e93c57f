select 1
from tenant.unit u
where u.tenant_id = app.party() and u.left_on is null and u.unit_id is distinct from $2
  and lower(u.name) = lower(normalize($1::text))
limit 1
