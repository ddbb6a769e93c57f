select l.release_no, l.version_no, l.released_at, l.body, p.name as board, q.request_id, q.title
from tenant.request q
join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
join tenant.evaluation_release l on l.tenant_id = r.tenant_id and l.return_id = r.return_id
join tenancy.party_profile p on p.party_id = l.tenant_id
where l.agency_id = app.party() and q.request_id = $1::uuid
order by l.version_no desc, l.release_no desc
