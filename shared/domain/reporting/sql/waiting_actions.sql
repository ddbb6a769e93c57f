with here as (
  select a.action_id, a.agency_id, a.return_id, a.entry_id, a.with_person, a.said = 'done' as waits,
         coalesce(a.news_at, a.made_at) as news_at
  from tenant.action a
  left join tenant.return r on r.tenant_id = a.tenant_id and r.return_id = a.return_id
  left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  left join tenant.register_entry e
    on e.tenant_id = a.tenant_id and e.entry_id = coalesce(a.entry_id, q.entry_id)
  where a.tenant_id = app.party() and a.state = 'open' and e.to_on is null)
select c.total, c.of_all, l.id, l.from_name, l.since, l.with_person
from (select count(*) filter (where h.waits) as total, count(*) as of_all from here h) c
left join lateral (
  select h.action_id as id, coalesce(e.name, f.name, '') as from_name, h.news_at as since,
         h.with_person
  from here h
  left join tenant.return r on r.tenant_id = app.party() and r.return_id = h.return_id
  left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  left join tenant.register_entry e
    on e.tenant_id = app.party() and e.entry_id = coalesce(h.entry_id, q.entry_id)
  left join tenancy.party_profile f on f.party_id = h.agency_id
  where h.waits
  order by h.news_at, h.action_id
  limit $1::integer) l on true
order by l.since, l.id
