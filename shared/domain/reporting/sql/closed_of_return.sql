select e.to_on
from tenant.return r
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
where r.tenant_id = app.party() and r.return_id = $1
