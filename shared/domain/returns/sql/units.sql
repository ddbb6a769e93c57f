select unit_id, parent_unit_id, name
from tenant.unit
where tenant_id = app.party()
order by parent_unit_id nulls first, name
