select f.file_id, f.format, f.state, f.reason, f.asked_at, f.made_at, f.size_bytes,
  encode(f.sha256, 'hex') as sha256,
  f.of_saves = d.saves + (exists (
      select from tenant.report_finish n
      where n.tenant_id = d.tenant_id and n.report_id = d.report_id and n.version_no = d.version_no))::integer
    and f.asked_at >= coalesce(r.withdrawn_at, '-infinity')
    and f.asked_at >= coalesce((
      select k.changed_at from tenant.report_look k where k.tenant_id = d.tenant_id), '-infinity')
    and f.of_signs = (
      select count(*) from tenant.report_sign_off s
      where s.tenant_id = d.tenant_id and s.report_id = d.report_id and s.version_no = d.version_no)
    as current
from tenant.report_file f
join tenant.report_draft d on d.tenant_id = f.tenant_id and d.report_id = f.report_id
  and d.version_no = f.version_no
join tenant.report r on r.tenant_id = f.tenant_id and r.report_id = f.report_id
where f.tenant_id = app.party() and f.report_id = $1::uuid and f.version_no = $2::integer
order by f.format
