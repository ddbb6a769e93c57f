insert into tenant.evidence_sample_piece
  (tenant_id, sample_id, return_id, version_no, evidence_no, place, drawn)
select app.party(), $1::uuid, p.return_id, p.version_no, p.evidence_no, p.place, p.drawn = 1
from unnest($2::uuid[], $3::int[], $4::int[], $5::int[], $6::int[])
  as p (return_id, version_no, evidence_no, place, drawn)
