select a.ask_id, a.due_on, d.accepted, d.reason, d.decided_at
from tenant.return_evidence_ask a
left join tenant.return_evidence_decision d on d.tenant_id = a.tenant_id and d.ask_id = a.ask_id
where a.tenant_id = app.party() and a.return_id = $1::uuid
