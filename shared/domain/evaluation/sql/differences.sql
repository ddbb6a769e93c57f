select e.return_id, coalesce(n.name, '') as agency, e.state, v.template_code, v.template_version,
  x.section_code, count(*) as of, count(b.grade) as judged,
  count(*) filter (where array_position($3::text[], b.grade::text)
                         = array_position($3::text[], o.point::text)) as agree,
  count(*) filter (where array_position($3::text[], b.grade::text)
                         < array_position($3::text[], o.point::text)) as lower,
  count(*) filter (where array_position($3::text[], b.grade::text)
                         > array_position($3::text[], o.point::text)) as higher
from tenant.evaluation e
join tenant.return_version v
  on v.tenant_id = e.tenant_id and v.return_id = e.return_id and v.version_no = e.version_no
join tenant.return r on r.tenant_id = e.tenant_id and r.return_id = e.return_id
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.register_entry n on n.tenant_id = q.tenant_id and n.entry_id = q.entry_id
join tenant.return_box o
  on o.tenant_id = e.tenant_id and o.return_id = e.return_id and o.version_no = e.version_no
join catalogue.box x on x.template_code = v.template_code and x.version = v.template_version
  and x.box_no = o.box_no and x.content = 'rating' and x.filled_by = 'agency_then_board'
left join lateral (
  select g.grade from tenant.evaluation_box g
  where g.tenant_id = e.tenant_id and g.evaluation_id = e.evaluation_id and g.box_no = o.box_no
    and g.how <> 'carried'
  order by g.version desc limit 1) b on true
where e.tenant_id = app.party() and v.template_code = $1 and v.template_version = $2::int
  and not exists (
    select from tenant.evaluation w
    where w.tenant_id = e.tenant_id and w.return_id = e.return_id and w.version_no > e.version_no)
group by e.return_id, n.name, e.state, v.template_code, v.template_version, x.section_code
order by n.name, e.return_id, x.section_code
