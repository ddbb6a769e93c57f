insert into tenant.chase_item
  (tenant_id, mail_id, item_no, step_id, step_version, about, subject_id, entry_id, due_on)
select app.party(), i.mail_id, i.item_no, i.step_id, i.step_version, i.about, i.subject_id, i.entry_id, i.due_on
from unnest($1::uuid[], $2::integer[], $3::uuid[], $4::integer[], $5::text[], $6::uuid[], $7::uuid[], $8::date[])
  as i (mail_id, item_no, step_id, step_version, about, subject_id, entry_id, due_on)
