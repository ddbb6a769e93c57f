with latest as (
  select r.tenant_id, r.return_id, r.latest_version as version_no, n.name as organisation, v.template_code,
         v.template_version, m.framework_code, m.framework_version, m.version as mapping_version
  from tenant.request q
  join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  join tenant.return_version v
    on v.tenant_id = r.tenant_id and v.return_id = r.return_id and v.version_no = r.latest_version
  left join tenant.register_entry n on n.tenant_id = q.tenant_id and n.entry_id = q.entry_id
  left join lateral (
    select x.framework_code, x.framework_version, x.version from catalogue.mapping_version x
    where x.template_code = v.template_code and x.template_version = v.template_version
      and (v.mapping_version is null and x.status in ('live', 'reviewed')
           or x.framework_code = v.framework_code and x.framework_version = v.framework_version
              and x.version = v.mapping_version)
    order by x.framework_version desc, x.version desc limit 1) m on true
  where q.tenant_id = app.party() and q.audit_id = $1::uuid and q.state <> 'withdrawn'),
judged as (
  select distinct on (e.return_id, b.box_no) e.return_id, b.box_no, b.grade, b.not_applicable
  from tenant.evaluation e
  join latest l on l.return_id = e.return_id and l.version_no = e.version_no
  join tenant.evaluation_box b on b.tenant_id = e.tenant_id and b.evaluation_id = e.evaluation_id
  where e.tenant_id = app.party() and e.state <> 'withdrawn' and b.how <> 'carried'
  order by e.return_id, b.box_no, b.version desc),
rated as (
  select l.return_id, l.organisation, l.template_code, l.template_version, l.framework_code, l.framework_version,
         l.mapping_version, c.item_code, coalesce(j.grade, t.point)::text as point, j.grade is not null as by_board
  from latest l
  join catalogue.box c
    on c.template_code = l.template_code and c.version = l.template_version and c.content = 'rating'
  left join judged j on j.return_id = l.return_id and j.box_no = c.box_no
  left join tenant.return_box t
    on t.tenant_id = app.party() and t.return_id = l.return_id and t.version_no = l.version_no
   and t.box_no = c.box_no and t.state in ('set', 'chosen')
  where coalesce(j.grade, t.point) is not null and coalesce(j.not_applicable, false) is false)
select r.organisation, r.template_code, r.template_version, r.framework_code, r.framework_version, s.standard,
       r.point, r.by_board, count(*) as items
from rated r
left join lateral (
  select distinct q.standard::text as standard
  from catalogue.item_facet i
  join catalogue.facet f on f.facet_code = i.facet_code
  join catalogue.requirement q on q.requirement_code = f.requirement_code
  where i.template_code = r.template_code and i.template_version = r.template_version
    and i.framework_code = r.framework_code and i.framework_version = r.framework_version
    and i.version = r.mapping_version and i.item_code = r.item_code) s on true
group by r.organisation, r.template_code, r.template_version, r.framework_code, r.framework_version, s.standard,
         r.point, r.by_board
order by r.organisation, s.standard, r.point
