select f.file_id, f.format, f.state, f.reason, f.asked_at, f.made_at, f.size_bytes,
  encode(f.sha256, 'hex') as sha256,
  f.of_saves = v.saves and f.asked_at >= coalesce(r.withdrawn_at, '-infinity')
    and f.asked_at >= coalesce((
      select k.changed_at from tenant.report_look k where k.tenant_id = v.tenant_id), '-infinity')
    and f.of_signs = (
      select count(*) from tenant.report_sign_off s
      where s.tenant_id = v.tenant_id and s.report_id = v.report_id and s.version_no = v.version_no)
    as current
from tenant.report_file f
join tenant.report_version v on v.tenant_id = f.tenant_id and v.report_id = f.report_id
  and v.version_no = f.version_no
join tenant.report r on r.tenant_id = f.tenant_id and r.report_id = f.report_id
where f.tenant_id = app.party() and f.report_id = $1::uuid and f.version_no = $2::integer
order by f.format
