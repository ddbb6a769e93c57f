select p.return_id, p.evidence_no as piece_no, a.ask_id, a.words, a.asked_at, a.due_on, a.state, d.accepted,
       d.reason, d.decided_at
from tenant.evidence_sample_piece p
join tenant.return_evidence_ask a
  on a.tenant_id = p.tenant_id and a.return_id = p.return_id and a.version_no = p.version_no
 and a.evidence_no = p.evidence_no
left join tenant.return_evidence_decision d on d.tenant_id = a.tenant_id and d.ask_id = a.ask_id
where p.tenant_id = app.party() and p.sample_id = $1::uuid and p.drawn
order by a.asked_at desc, a.ask_id
