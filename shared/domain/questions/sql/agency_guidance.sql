select g.guidance_id, g.tenant_id as board_id, p.name as board_name, p.area as board_area,
       p.mark as board_mark, g.template_code, g.template_version, g.item_code, v.version_no,
       v.question, v.answer, v.by_name, v.at, g.made_at, g.withdrawn_at
from tenant.guidance g
join tenant.guidance_version v
  on v.tenant_id = g.tenant_id and v.guidance_id = g.guidance_id and v.version_no = g.latest_version
join tenancy.party_profile p on p.party_id = g.tenant_id
where g.tenant_id in (select q.tenant_id from tenant.request q where q.agency_id = app.party())
order by p.name, v.at desc, g.guidance_id
limit 2000
