insert into tenant.return_evidence_opening
  (tenant_id, agency_id, return_id, version_no, evidence_no, opened_by, opened_at)
select a.tenant_id, a.agency_id, a.return_id, a.version_no, a.evidence_no, app.person(), $2
from tenant.return_evidence_ask a
where a.tenant_id = app.party() and a.ask_id = $1
returning opening_id
