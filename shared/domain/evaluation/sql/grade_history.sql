select b.box_no, b.version, coalesce(b.grade, '') as grade, b.not_applicable,
  b.comment, b.reason, b.how, b.why, b.by_person, coalesce(c.name, '') as by_name, b.at
from tenant.evaluation_box b
left join (
  select n.person_id, max(n.person_name) as name from identity.colleagues() n group by n.person_id) c
  on c.person_id = b.by_person
where b.tenant_id = app.party() and b.evaluation_id = $1::uuid and b.box_no = $2
order by b.version desc
limit 200
