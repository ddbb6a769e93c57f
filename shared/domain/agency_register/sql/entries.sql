select e.entry_id, e.organisation_id, e.name, e.type, e.own_ref, e.from_on, e.to_on,
       e.agency_id is not null as joined, j.asked_at
from tenant.register_entry e
left join tenancy.joins_asked() j on j.entry_id = e.entry_id
where e.tenant_id = app.party() and ($1::uuid is null or e.entry_id = $1)
order by e.to_on is not null, e.name, e.entry_id
