select d.submission_id, d.request_id, d.board_id, d.way,
  d.template_code, d.template_version, d.framework_code, d.framework_version, d.mapping_version,
  coalesce(d.parts, '{}') as parts,
  s.authorised_name, s.authorised_position, s.statement, s.submitted_at,
  p.name as board_name, p.area as board_area, p.aliases as board_aliases,
  p.procedures as board_procedures
from tenant.delivery d
join tenant.submission s
  on s.tenant_id = d.tenant_id and s.submission_id = d.submission_id
join tenancy.party_profile p on p.party_id = d.board_id
where d.tenant_id = app.source_tenant() and d.submission_id = app.source_ref()
  and d.request_id = app.target_ref() and d.board_id = app.party()
