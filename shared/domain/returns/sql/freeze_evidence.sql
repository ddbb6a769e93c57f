insert into tenant.submission_evidence
  (tenant_id, submission_id, board_id, line_no, evidence_id, evidence_version, requirement_code,
   request_id, box_no, title, kept_where, blob_sha256)
select app.party(), $1, g.board_id, g.line_no, e.evidence_id, e.version, g.requirement_code,
       g.request_id, g.box_no, e.title, e.kept_where, e.blob_sha256
from unnest($2::uuid[], $3::integer[], $4::uuid[], $5::text[], $6::uuid[], $7::text[])
  as g (board_id, line_no, evidence_id, requirement_code, request_id, box_no)
join tenant.evidence e on e.tenant_id = app.party() and e.evidence_id = g.evidence_id
