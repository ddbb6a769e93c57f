select i.request_id, i.box_no, i.from_unit_id, i.from_version, i.here, v.text as taken
from tenant.inherited_box i
join tenant.board_box b
  on b.tenant_id = i.tenant_id and b.unit_id = i.unit_id and b.request_id = i.request_id
 and b.box_no = i.box_no and b.kind = i.kind and b.mode = 'inherits'
join tenant.request r on r.tenant_id = b.board_id and r.request_id = b.request_id
join tenant.common_box_version v
  on v.tenant_id = i.tenant_id and v.unit_id = i.from_unit_id and v.board_id = b.board_id
 and v.template_code = r.template_code and v.box_no = i.box_no and v.version = i.from_version
where i.tenant_id = app.party() and i.unit_id = $1
order by i.request_id, i.box_no
