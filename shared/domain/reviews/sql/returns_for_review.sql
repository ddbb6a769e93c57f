select n.name as organisation,
       (lower(n.name) = lower(normalize($3::text))
        or r.agency_id in (select h.agency_id from tenant.register_entry h
                            where h.tenant_id = r.tenant_id and lower(h.name) = lower(normalize($3::text)))
        or (r.agency_id is not null and identity.acts_for($2::uuid, r.agency_id))) is true as own
from tenant.return r
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
join tenant.register_entry n on n.tenant_id = q.tenant_id and n.entry_id = q.entry_id
where r.tenant_id = app.party() and r.return_id = any ($1::uuid[]) and q.state <> 'withdrawn'
