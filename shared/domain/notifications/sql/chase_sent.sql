select distinct i.step_id, i.subject_id, i.due_on
from tenant.chase_item i
join tenant.chase_mail m on m.tenant_id = i.tenant_id and m.mail_id = i.mail_id
where i.tenant_id = app.party() and i.subject_id = any ($1::uuid[]) and i.dropped is null
  and m.state <> 'stopped'
