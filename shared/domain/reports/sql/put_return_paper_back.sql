update tenant.return_paper p
set state = case when $1::boolean then 'failed' else 'asked' end, reason = $2::text
where p.tenant_id = app.party() and p.file_id = app.source_ref() and p.state <> 'ready'
