insert into tenant.evaluation
  (tenant_id, return_id, version_no, carried_from, started_by, started_at)
select app.party(), r.return_id, r.latest_version, $2::int, app.person(), $3::timestamptz
from tenant.return r
where r.tenant_id = app.party() and r.return_id = $1::uuid and r.latest_version = $4::int
on conflict (tenant_id, return_id, version_no) do nothing
returning evaluation_id
