select a.ask_id, a.words, a.asked_at, a.state, a.answer, a.answered_at, a.blob_sha256, a.agency_id,
       e.title, e.kept_where
from tenant.return_evidence_ask a
join tenant.return_evidence e
  on e.tenant_id = a.tenant_id and e.return_id = a.return_id and e.version_no = a.version_no
 and e.evidence_no = a.evidence_no
where a.tenant_id = app.party() and a.return_id = $1
order by a.asked_at desc, a.ask_id
