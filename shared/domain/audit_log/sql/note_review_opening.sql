insert into tenant.return_opening (tenant_id, agency_id, return_id, version_no, what, opened_at)
select n.tenant_id, n.agency_id, n.return_id, n.version_no, 'return', $3::timestamptz
from tenant.review_return n
where n.tenant_id = app.party() and n.return_id = $1::uuid and n.version_no = $2::int
  and n.agency_id is not null
limit 1
