insert into tenant.delivery
  (tenant_id, submission_id, request_id, board_id, template_code, template_version, framework_code,
   framework_version, mapping_version, way)
select app.party(), $1, d.request_id, d.board_id, d.template_code, d.template_version, $6, $7,
       d.mapping_version, $8
from unnest($2::uuid[], $3::uuid[], $4::text[], $5::integer[], $9::integer[])
  as d (request_id, board_id, template_code, template_version, mapping_version)
