select q.request_id
from tenant.request q
join tenant.asking a on a.tenant_id = q.tenant_id and a.asking_id = q.asking_id
where q.tenant_id = app.party() and a.asking_id = $1 and a.entry_id = $2
order by q.due_on, q.request_id
