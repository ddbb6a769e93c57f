update tenant.report_file f
set state = 'making', reason = ''
where f.tenant_id = app.party() and f.file_id = app.source_ref() and f.state <> 'ready'
returning f.report_id, f.version_no, f.format
