update tenant.contact
set bounced_at = null, bounce_reason = ''
where tenant_id = app.party() and contact_id = $1 and valid_to is null and bounced_at is not null
