select m.mail_id, m.email, m.name, m.contact_id, m.rung, i.step_id, i.step_version, i.about,
       i.subject_id, i.entry_id, i.due_on,
       m.contact_id is null or exists (
         select from tenant.contact c
          where c.tenant_id = m.tenant_id and c.contact_id = m.contact_id and c.valid_to is null
            and c.bounced_at is null and lower(c.email) = lower(m.email)) as address_holds
from tenant.chase_mail m
join tenant.chase_item i on i.tenant_id = m.tenant_id and i.mail_id = m.mail_id
where m.tenant_id = app.party() and m.mail_id = app.source_ref() and m.state = 'queued'
order by i.item_no
for update of m
