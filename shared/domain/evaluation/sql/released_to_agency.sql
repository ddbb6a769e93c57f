select distinct on (l.tenant_id, l.return_id) q.request_id, p.name as board, q.title, l.version_no,
  l.release_no, l.released_at,
  r.state = 'signed_off' and r.latest_version = l.version_no as signed_off
from tenant.evaluation_release l
join tenant.return r on r.tenant_id = l.tenant_id and r.return_id = l.return_id
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
join tenancy.party_profile p on p.party_id = l.tenant_id
where l.agency_id = app.party()
order by l.tenant_id, l.return_id, l.version_no desc, l.release_no desc
