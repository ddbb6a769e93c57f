select person_id
from tenant.export_right
where tenant_id = app.party() and ended_at is null
