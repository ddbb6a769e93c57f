insert into tenant.return_opening (tenant_id, agency_id, return_id, version_no, what, looker, opened_at)
select r.tenant_id, r.agency_id, r.return_id, $2::int, $3, $4, $5::timestamptz
from tenant.return r
where r.tenant_id = app.source_tenant() and r.return_id = $1::uuid and r.agency_id is not null
