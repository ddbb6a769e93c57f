select b.box_no, b.version, coalesce(b.grade, '') as grade, b.not_applicable,
  b.comment, b.reason, b.how, b.why, b.by_person, coalesce((
    select max(n.person_name) from identity.colleagues() n where n.person_id = b.by_person), '') as by_name,
  b.at
from tenant.evaluation_box b
where b.tenant_id = app.party() and b.evaluation_id = $1::uuid and b.box_no = $2
order by b.version desc
limit 1
