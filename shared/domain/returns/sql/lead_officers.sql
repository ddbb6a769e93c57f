select board_id, name, position, telephone, email
from tenant.lead_officer
where tenant_id = app.party() and unit_id = $1
order by board_id
