update tenant.report_file f
set state = case when $1::boolean then 'failed' else 'asked' end, reason = $2::text
where f.tenant_id = app.party() and f.file_id = app.source_ref() and f.state <> 'ready'
