select r.request_id, b.version_no, b.box_no, coalesce(b.text, '') as text,
       coalesce(b.point, '') as point, b.state
from tenant.request q
join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
join tenant.return_box b on b.tenant_id = r.tenant_id and b.return_id = r.return_id
where q.agency_id = app.party() and q.unit_id = $1::uuid and q.state = 'open'
  and (b.version_no = r.latest_version
       or b.version_no = (select max(v.version_no) from tenant.return_version v
                          where v.tenant_id = r.tenant_id and v.return_id = r.return_id))
