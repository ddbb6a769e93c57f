select m.mail_id, s.name as step, i.about, m.name as to_name, m.email as to_email, m.state, m.reason,
       m.subject, m.queued_at, m.sent_at, m.came_back_at, coalesce(i.dropped, '') as dropped
from tenant.chase_item i
join tenant.chase_mail m on m.tenant_id = i.tenant_id and m.mail_id = i.mail_id
join tenant.chase_step s on s.tenant_id = i.tenant_id and s.step_id = i.step_id
  and s.version = i.step_version
where i.tenant_id = app.party() and i.entry_id = $1
order by m.queued_at desc, m.mail_id, i.item_no
limit $2
