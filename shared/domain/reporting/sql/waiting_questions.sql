with here as (
  select t.thread_id, t.agency_id, t.waiting_since, t.assigned_to, q.entry_id,
         t.waits_for = 'board' as waits
  from tenant.thread t
  join tenant.request q on q.tenant_id = t.tenant_id and q.request_id = t.request_id
  left join tenant.register_entry n on n.tenant_id = q.tenant_id and n.entry_id = q.entry_id
  where t.tenant_id = app.party() and t.waits_for in ('board', 'agency') and n.to_on is null)
select c.total, c.of_all, l.id, l.from_name, l.since, l.with_person
from (select count(*) filter (where h.waits) as total, count(*) as of_all from here h) c
left join lateral (
  select h.thread_id as id, coalesce(e.name, f.name, '') as from_name, h.waiting_since as since,
         h.assigned_to as with_person
  from here h
  left join tenant.register_entry e on e.tenant_id = app.party() and e.entry_id = h.entry_id
  left join tenancy.party_profile f on f.party_id = h.agency_id
  where h.waits
  order by h.waiting_since, h.thread_id
  limit $1::integer) l on true
order by l.since, l.id
