update tenant.report_file f
set state = 'ready', reason = '', content = $1::bytea, sha256 = sha256($1::bytea),
  size_bytes = octet_length($1::bytea), of_saves = $2::integer, of_signs = $3::integer,
  made_at = $4::timestamptz
where f.tenant_id = app.party() and f.file_id = app.source_ref()
