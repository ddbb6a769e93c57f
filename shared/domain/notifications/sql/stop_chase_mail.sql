update tenant.chase_mail
set state = 'stopped', reason = $2
where tenant_id = app.party() and mail_id = $1
