select 1 as found
from tenant.evidence
where tenant_id = app.party() and evidence_id = $1 and withdrawn_at is null
