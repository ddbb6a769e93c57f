update tenant.chase_mail
set subject = left($2, 300), body = left($3, 10000)
where tenant_id = app.party() and mail_id = $1
