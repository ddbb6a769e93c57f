select 'return' as about, q.request_id as subject_id, q.entry_id, e.name as organisation,
       q.title as form, q.due_on, b.name as board_name, e.agency_id is not null as joined
from tenant.request q
join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
join tenancy.party_profile b on b.party_id = q.tenant_id
where q.tenant_id = app.party() and q.state = 'open' and q.subject_kind = 'agency'
  and e.to_on is null and q.due_on between $1::date and $2::date
  and ($3::uuid[] is null or q.request_id = any ($3::uuid[]))
  and not exists (select from tenant.return r
                   where r.tenant_id = q.tenant_id and r.request_id = q.request_id
                     and r.state <> 'returned')
union all
select 'action', a.action_id, e.entry_id, e.name, 'An action', a.by_on, b.name, a.agency_id is not null
from tenant.action a
join lateral (
  select r.entry_id, r.name from tenant.register_entry r
  where r.tenant_id = a.tenant_id and r.agency_id = a.agency_id and r.to_on is null
  order by r.unit_id is not null, r.entry_id
  limit 1) e on true
join tenancy.party_profile b on b.party_id = a.tenant_id
where a.tenant_id = app.party() and a.state = 'open' and a.by_on between $1::date and $2::date
  and ($3::uuid[] is null or a.action_id = any ($3::uuid[]))
