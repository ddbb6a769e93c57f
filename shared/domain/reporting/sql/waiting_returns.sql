select r.return_id as id, coalesce(e.name, '') as from_name, r.received_at as since,
       count(*) over () as total
from tenant.return r
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
where r.tenant_id = app.party() and r.state in ('received', 'acknowledged', 'being_evaluated')
order by r.received_at, r.return_id
limit $1::integer
