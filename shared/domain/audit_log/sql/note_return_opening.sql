insert into tenant.return_opening (tenant_id, agency_id, return_id, version_no, what, opened_at)
select r.tenant_id, r.agency_id, r.return_id, coalesce($4::int, r.latest_version), $2, $3::timestamptz
from tenant.return r
where r.tenant_id = app.party() and r.return_id = $1::uuid and r.agency_id is not null
returning version_no
