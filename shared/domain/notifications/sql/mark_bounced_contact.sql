update tenant.contact c
set bounced_at = $3::timestamptz, bounce_reason = left($2::text, 300)
from tenant.chase_mail m
where m.tenant_id = app.party() and m.mail_id = $1
  and c.tenant_id = m.tenant_id and lower(c.email) = lower(m.email) and c.valid_to is null
  and c.bounced_at is null
