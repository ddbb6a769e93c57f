select r.report_id, r.report_no, r.kind, r.title, r.about, r.latest_version,
  f.finished_at is not null as finished, s.signed_on, r.withdrawn_at is not null as withdrawn,
  greatest(r.made_at, v.begun_at, f.finished_at, r.withdrawn_at) as changed_at
from tenant.report r
join tenant.report_version v on v.tenant_id = r.tenant_id and v.report_id = r.report_id
  and v.version_no = r.latest_version
left join tenant.report_finish f on f.tenant_id = v.tenant_id and f.report_id = v.report_id
  and f.version_no = v.version_no
left join lateral (
  select max(o.signed_on) as signed_on
  from tenant.report_sign_off o
  where o.tenant_id = v.tenant_id and o.report_id = v.report_id and o.version_no = v.version_no) s on true
where r.tenant_id = app.party()
order by r.report_no desc
limit 5000
