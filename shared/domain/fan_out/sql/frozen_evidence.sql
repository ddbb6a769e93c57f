select line_no, evidence_id, requirement_code, box_no, title, kept_where
from tenant.submission_evidence
where tenant_id = coalesce(app.source_tenant(), app.party()) and submission_id = $1::uuid
  and board_id = $2::uuid and (request_id is null or request_id = $3::uuid)
order by line_no
