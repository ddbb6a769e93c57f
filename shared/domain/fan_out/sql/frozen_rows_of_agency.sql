select d.submission_id, d.request_id, d.board_id, d.way,
  d.template_code, d.template_version, d.framework_code, d.framework_version, d.mapping_version,
  coalesce(d.parts, '{}') as parts, s.authorised_name, s.authorised_position, s.statement, s.submitted_at,
  p.name as board_name, p.area as board_area, p.aliases as board_aliases,
  p.procedures as board_procedures, l.*
from tenant.delivery d
join tenant.submission s
  on s.tenant_id = d.tenant_id and s.submission_id = d.submission_id
join tenancy.party_profile p on p.party_id = d.board_id
left join lateral app.frozen_lines(d.tenant_id, d.submission_id, d.board_id, d.request_id) l on true
where d.tenant_id = app.party() and d.submission_id = $1::uuid and d.request_id = $2::uuid
order by l.part, l.line_no
