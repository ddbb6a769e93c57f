insert into tenant.report_file as f
  (tenant_id, report_id, version_no, format, file_id, of_saves, of_signs, asked_at)
select v.tenant_id, v.report_id, v.version_no, $3::text, $4::uuid, v.saves, (
  select count(*) from tenant.report_sign_off s
  where s.tenant_id = v.tenant_id and s.report_id = v.report_id and s.version_no = v.version_no),
  $5::timestamptz
from tenant.report_version v
where v.tenant_id = app.party() and v.report_id = $1::uuid and v.version_no = $2::integer
on conflict on constraint report_file_key do update
set file_id = excluded.file_id, state = 'asked', reason = '', of_saves = excluded.of_saves,
  of_signs = excluded.of_signs, asked_by = app.person(), asked_at = excluded.asked_at, made_at = null,
  size_bytes = null, sha256 = null, content = null
