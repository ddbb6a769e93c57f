select e.return_id, e.evaluation_id, e.version_no, e.state, e.releases, coalesce(g.judged, 0) as judged,
  coalesce(g.said, 0) as said
from tenant.evaluation e
left join (
  select n.evaluation_id, count(*) filter (where n.judged and n.how <> 'carried') as judged,
    count(*) filter (where n.how <> 'carried') as said
  from (
    select distinct on (b.evaluation_id, b.box_no) b.evaluation_id, b.how,
      b.grade is not null or b.not_applicable as judged
    from tenant.evaluation_box b
    where b.tenant_id = app.party() and b.box_no <> '*'
    order by b.evaluation_id, b.box_no, b.version desc) n
  group by n.evaluation_id) g on g.evaluation_id = e.evaluation_id
where e.tenant_id = app.party()
  and not exists (
    select from tenant.evaluation o
    where o.tenant_id = e.tenant_id and o.return_id = e.return_id and o.version_no > e.version_no)
