select v.version_no, f.finished_at is not null as finished, v.begun_at, f.finished_at, coalesce((
    select max(n.person_name) from identity.colleagues() n
    where n.person_id = coalesce(f.finished_by, v.begun_by)), '') as by_name, (
    select count(*) from tenant.report_sign_off o
    where o.tenant_id = v.tenant_id and o.report_id = v.report_id and o.version_no = v.version_no) as signs
from tenant.report_version v
left join tenant.report_finish f on f.tenant_id = v.tenant_id and f.report_id = v.report_id
  and f.version_no = v.version_no
where v.tenant_id = app.party() and v.report_id = $1::uuid
order by v.version_no desc
