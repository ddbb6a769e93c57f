select e.entry_id, e.organisation_id, e.name, e.type, coalesce(t.words, k.words, e.type) as type_words,
       e.own_ref, e.from_on, e.to_on, e.agency_id is not null as joined, j.asked_at, e.section11,
       e.parent_id, p.name as parent_name, e.notes, e.months, coalesce(e.months, t.months, 24) as every,
       e.completed_on, e.version
from tenant.register_entry e
left join tenant.entry_type t on t.tenant_id = e.tenant_id and t.type = e.type
left join catalogue.entry_type k on k.type = e.type
left join tenant.register_entry p on p.tenant_id = e.tenant_id and p.entry_id = e.parent_id
left join tenancy.joins_asked() j on j.entry_id = e.entry_id
where e.tenant_id = app.party() and ($1::uuid is null or e.entry_id = $1)
order by e.to_on is not null, e.name, e.entry_id
