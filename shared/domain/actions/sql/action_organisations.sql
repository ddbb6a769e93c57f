select coalesce(e.entry_id, a.agency_id) as id, min(coalesce(e.name, f.name)) as name
from (select distinct x.agency_id, coalesce(x.entry_id, q.entry_id) as entry_id
      from tenant.action x
      left join tenant.return r on r.tenant_id = x.tenant_id and r.return_id = x.return_id
      left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
      where x.tenant_id = app.party() and x.state <> 'withdrawn') a
left join tenant.register_entry e on e.tenant_id = app.party() and e.entry_id = a.entry_id
left join tenancy.party_profile f on f.party_id = a.agency_id
where coalesce(e.entry_id, a.agency_id) is not null
group by 1
order by 2, 1
