insert into tenant.evidence_sample_result
  (tenant_id, sample_id, return_id, evidence_no, result_no, outcome, note, by_person, at)
select p.tenant_id, p.sample_id, p.return_id, p.evidence_no, $4::int, $5::text, normalize($6::text),
       app.person(), $7::timestamptz
from tenant.evidence_sample_piece p
where p.tenant_id = app.party() and p.sample_id = $1::uuid and p.return_id = $2::uuid
  and p.evidence_no = $3::int and p.drawn
