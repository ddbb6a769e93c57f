select i.subject_id, m.name
from tenant.chase_mail m
join tenant.chase_item i on i.tenant_id = m.tenant_id and i.mail_id = m.mail_id
where m.tenant_id = app.party() and m.mail_id = $1 and m.rung <> 'chair' and i.about = 'action'
  and i.dropped is null
order by i.item_no
