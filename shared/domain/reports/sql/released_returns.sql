select r.return_id, coalesce(e.name, q.title) as organisation, q.title
from tenant.return r
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
where r.tenant_id = app.party() and exists (
  select from tenant.evaluation_release l where l.tenant_id = r.tenant_id and l.return_id = r.return_id)
order by 2, 3, 1
limit 2000
