select a.what, a.by_on, a.state, a.withheld, p.name as board_name, coalesce(e.name, f.name, '') as organisation
from tenant.action a
join tenancy.party_profile p on p.party_id = a.tenant_id
left join tenant.return r on r.tenant_id = a.tenant_id and r.return_id = a.return_id
left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.register_entry e
  on e.tenant_id = a.tenant_id and e.entry_id = coalesce(a.entry_id, q.entry_id)
left join tenancy.party_profile f on f.party_id = a.agency_id
where a.tenant_id = app.party() and a.action_id = $1 and a.state <> 'withdrawn'
