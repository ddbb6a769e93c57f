insert into tenant.return_evidence_ask
  (tenant_id, agency_id, return_id, version_no, evidence_no, words, asked_by, asked_at, due_on)
select a.tenant_id, a.agency_id, a.return_id, a.version_no, a.evidence_no, normalize($2::text), app.person(),
       $4::timestamptz, $3::date
from tenant.return_evidence_ask a
where a.tenant_id = app.party() and a.ask_id = $1::uuid
