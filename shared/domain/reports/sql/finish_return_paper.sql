update tenant.return_paper p
set state = 'ready', reason = '', content = $1::bytea, sha256 = sha256($1::bytea),
  size_bytes = octet_length($1::bytea), of_standing = $2::text, of_erased = $3::integer, made_at = $4::timestamptz
where p.tenant_id = app.party() and p.file_id = app.source_ref()
  and $3::integer = (
    select count(*)
    from tenant.return r
    join tenant.return_box b on b.tenant_id = r.tenant_id and b.return_id = r.return_id
    where r.tenant_id = p.board_id and r.request_id = p.request_id and b.version_no = p.version_no
      and b.salt is null)
