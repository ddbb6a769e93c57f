select status_no, evidence_no, title, kept_where, blob_sha256, agency_id
from tenant.action_evidence
where tenant_id = app.party() and action_id = $1 and agency_id is not null
order by status_no desc, evidence_no
limit 1000
