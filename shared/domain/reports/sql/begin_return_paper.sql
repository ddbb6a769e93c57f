update tenant.return_paper p
set state = 'making', reason = ''
where p.tenant_id = app.party() and p.file_id = app.source_ref() and p.state <> 'ready'
returning p.request_id, p.version_no, p.kind, p.with_sources, p.format, p.board_id = p.tenant_id as of_board
