select a.ask_id, p.name as board, a.words, a.asked_at, a.state, a.answer, a.answered_at, e.title,
       e.kept_where
from tenant.return_evidence_ask a
join tenant.return_evidence e
  on e.tenant_id = a.tenant_id and e.return_id = a.return_id and e.version_no = a.version_no
 and e.evidence_no = a.evidence_no
join tenancy.party_profile p on p.party_id = a.tenant_id
where a.agency_id = app.party() and ($1::uuid is null or a.ask_id = $1::uuid)
order by a.state = 'open' desc, a.asked_at desc, a.ask_id
