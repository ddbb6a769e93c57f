select kind, box_no, requirement_code, role, subject, text, level, point, na_reason, reason, by_on,
  chosen_by, source_version
from tenant.submission_box
where tenant_id = coalesce(app.source_tenant(), app.party()) and submission_id = $1::uuid
  and board_id = $2::uuid and (request_id is null or request_id = $3::uuid)
order by line_no
