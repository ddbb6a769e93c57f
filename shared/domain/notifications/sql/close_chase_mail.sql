update tenant.chase_mail
set state = case when $2::text = '' then 'sent' else 'refused' end, reason = left($2::text, 300),
    sent_at = case when $2::text = '' then $3::timestamptz end,
    came_back_at = case when $2::text <> '' then $3::timestamptz end
where tenant_id = app.party() and mail_id = $1
returning email
