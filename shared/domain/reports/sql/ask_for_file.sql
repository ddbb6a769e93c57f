insert into tenant.report_file as f
  (tenant_id, report_id, version_no, format, file_id, of_saves, of_signs, asked_at)
select d.tenant_id, d.report_id, d.version_no, $3::text, $4::uuid, d.saves + (exists (
    select from tenant.report_finish n
    where n.tenant_id = d.tenant_id and n.report_id = d.report_id and n.version_no = d.version_no))::integer, (
  select count(*) from tenant.report_sign_off s
  where s.tenant_id = d.tenant_id and s.report_id = d.report_id and s.version_no = d.version_no),
  $5::timestamptz
from tenant.report_draft d
where d.tenant_id = app.party() and d.report_id = $1::uuid and d.version_no = $2::integer
on conflict on constraint report_file_key do update
set file_id = excluded.file_id, state = 'asked', reason = '', of_saves = excluded.of_saves,
  of_signs = excluded.of_signs, asked_by = excluded.asked_by, asked_at = excluded.asked_at, made_at = null,
  size_bytes = null, sha256 = null, content = null
