select g.guidance_id, g.tenant_id as board_id, '' as board_name, '' as board_area,
       '' as board_mark, g.template_code, g.template_version, g.item_code, v.version_no,
       v.question, v.answer, v.by_name, v.at, g.made_at, g.withdrawn_at
from tenant.guidance g
join tenant.guidance_version v
  on v.tenant_id = g.tenant_id and v.guidance_id = g.guidance_id and v.version_no = g.latest_version
where g.tenant_id = app.party() and g.guidance_id = $1::uuid
for update of g
