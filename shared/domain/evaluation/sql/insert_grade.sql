insert into tenant.evaluation_box
  (tenant_id, evaluation_id, box_no, version, grade, not_applicable, comment, reason, how, why,
   by_person, at)
select app.party(), e.evaluation_id, $2::text, $3::int, nullif($4::text, ''), $5::boolean,
  normalize($6::text), normalize($7::text), $8, normalize($9::text), app.person(), $10::timestamptz
from tenant.evaluation e
where e.tenant_id = app.party() and e.evaluation_id = $1::uuid
  and ($2::text = '*' or exists (
    select from tenant.return_box b
    where b.tenant_id = e.tenant_id and b.return_id = e.return_id and b.version_no = e.version_no
      and b.box_no = $2::text))
