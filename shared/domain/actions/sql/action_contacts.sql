select c.contact_id, c.name, c."position", c.email
from tenant.action a
left join tenant.return r on r.tenant_id = a.tenant_id and r.return_id = a.return_id
left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
join tenant.contact c
  on c.tenant_id = a.tenant_id
 and c.entry_id = coalesce(app.entry_now(coalesce(a.entry_id, q.entry_id)), a.entry_id, q.entry_id)
where a.tenant_id = app.party() and a.action_id = $1 and c.valid_from <= $2
  and (c.valid_to is null or c.valid_to >= $2) and c.email <> ''
order by c.name, c.contact_id
