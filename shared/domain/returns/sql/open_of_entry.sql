select count(*) as n
from tenant.request q
left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
where q.tenant_id = app.party() and q.entry_id = $1 and q.state = 'open'
  and (r.return_id is null or r.state = 'returned')
