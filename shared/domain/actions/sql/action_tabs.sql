-- Whose organisation has closed is counted by itself, and in none of the others.
select count(*) filter (where h.stands) as open,
       count(*) filter (where h.stands and h.by_on < $1::date) as overdue,
       count(*) filter (where h.stands and h.said = 'done') as to_verify,
       count(*) filter (where h.stands and n.person_id is null) as with_nobody,
       count(*) filter (where h.state <> 'open') as closed,
       count(*) filter (where h.state = 'open' and not h.stands) as gone
from (
  select a.state, a.by_on, a.said, a.with_person, a.state = 'open' and e.to_on is null as stands
  from tenant.action a
  left join tenant.return r on r.tenant_id = a.tenant_id and r.return_id = a.return_id
  left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  left join tenant.register_entry e
    on e.tenant_id = a.tenant_id and e.entry_id = coalesce(a.entry_id, q.entry_id)
  where a.tenant_id = app.party() and a.state <> 'withdrawn') h
left join (select distinct person_id from identity.colleagues() where is_current) n
  on n.person_id = h.with_person
