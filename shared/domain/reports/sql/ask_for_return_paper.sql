insert into tenant.return_paper as p
  (tenant_id, board_id, request_id, version_no, kind, with_sources, format, file_id, asked_at)
values (app.party(), $1::uuid, $2::uuid, $3::integer, $4::text, $5::boolean, $6::text, $7::uuid, $8::timestamptz)
on conflict on constraint return_paper_key do update
set file_id = excluded.file_id, state = 'asked', reason = '', of_standing = excluded.of_standing,
  of_erased = excluded.of_erased, asked_by = excluded.asked_by, asked_at = excluded.asked_at,
  made_at = null, size_bytes = null, sha256 = null, content = null
