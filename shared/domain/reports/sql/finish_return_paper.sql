update tenant.return_paper p
set state = 'ready', reason = '', content = $1::bytea, sha256 = sha256($1::bytea),
  size_bytes = octet_length($1::bytea), of_standing = $2::text, of_erased = $3::integer, made_at = $4::timestamptz
where p.tenant_id = app.party() and p.file_id = app.source_ref()
