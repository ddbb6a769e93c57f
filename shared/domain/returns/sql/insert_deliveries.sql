insert into tenant.delivery
  (tenant_id, submission_id, request_id, board_id, template_code, template_version, framework_code,
   framework_version, mapping_version, way, parts)
select app.party(), $1, d.request_id, d.board_id, d.template_code, d.template_version, $6, $7,
       d.mapping_version, $8,
       (select q.parts from tenant.request q
        where q.tenant_id = d.board_id and q.request_id = d.request_id)
from unnest($2::uuid[], $3::uuid[], $4::text[], $5::integer[], $9::integer[])
  as d (request_id, board_id, template_code, template_version, mapping_version)
