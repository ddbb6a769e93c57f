update tenant.contact
set bounced_at = $3::timestamptz, bounce_reason = left($2::text, 300)
where tenant_id = app.party() and lower(email) = lower($1::text) and valid_to is null
  and bounced_at is null
