insert into tenant.action_evidence_opening
  (tenant_id, agency_id, action_id, status_no, evidence_no, opened_by, opened_at)
select tenant_id, agency_id, action_id, status_no, evidence_no, app.person(), $4
from tenant.action_evidence
where tenant_id = app.party() and action_id = $1 and status_no = $2 and evidence_no = $3
  and agency_id is not null
