select k.name, k.colour, k.logo, k.logo_type, k.version
from tenant.report_look k
where k.tenant_id = coalesce($1::uuid, app.party())
