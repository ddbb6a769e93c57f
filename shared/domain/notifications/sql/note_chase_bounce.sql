update tenant.chase_mail
set state = 'bounced', reason = left($1::text, 300), came_back_at = $2::timestamptz
where tenant_id = app.party() and mail_id = app.source_ref() and state in ('sent', 'queued')
returning mail_id, email
