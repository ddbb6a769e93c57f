insert into tenant.return_evidence_decision
  (tenant_id, ask_id, agency_id, return_id, accepted, reason, decided_at)
select a.tenant_id, a.ask_id, a.agency_id, a.return_id, $2::boolean, normalize($3::text), $4::timestamptz
from tenant.return_evidence_ask a
where a.tenant_id = app.party() and a.ask_id = $1::uuid
