select g.guidance_id, g.tenant_id as board_id, '' as board_name, '' as board_area,
       '' as board_mark, g.template_code, g.template_version, g.item_code, v.version_no,
       v.question, v.answer, v.by_name, v.at, g.made_at, g.withdrawn_at
from tenant.guidance g
join tenant.guidance_version v on v.tenant_id = g.tenant_id and v.guidance_id = g.guidance_id
where g.tenant_id = app.party()
  and case when $1::uuid is null then v.version_no = g.latest_version
           else g.guidance_id = $1::uuid end
order by g.withdrawn_at is not null, v.at desc, g.guidance_id, v.version_no desc
limit 2000
