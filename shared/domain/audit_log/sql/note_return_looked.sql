insert into tenant.return_opening (tenant_id, agency_id, return_id, version_no, what, opened_at)
select r.tenant_id, r.agency_id, r.return_id, $2::int, 'return', $3::timestamptz
from tenant.return r
where r.tenant_id = app.party() and r.return_id = $1::uuid and r.agency_id is not null
  and not exists (
    select from tenant.return_opening o
    where o.agency_id = r.agency_id and o.tenant_id = r.tenant_id and o.return_id = r.return_id
      and o.version_no = $2::int and o.what = 'return' and o.opened_by = app.person()
      and o.opened_at > $3::timestamptz - interval '12 hours')
returning version_no
