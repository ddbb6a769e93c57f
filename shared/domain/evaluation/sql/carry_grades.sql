insert into tenant.evaluation_box
  (tenant_id, evaluation_id, box_no, version, grade, not_applicable, comment, reason, how, by_person, at)
select app.party(), $2::uuid, g.box_no, 1, g.grade, g.not_applicable, g.comment, g.reason, 'carried',
  app.person(), $4::timestamptz
from (
  select distinct on (b.box_no) b.*
  from tenant.evaluation_box b
  where b.tenant_id = app.party() and b.evaluation_id = $1::uuid and b.box_no = any ($3::text[])
  order by b.box_no, b.version desc) g
where g.grade is not null or g.not_applicable or g.comment <> ''
