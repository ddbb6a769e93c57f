-- Open actions by how long their day is over, with or without those that wait for a release. As in the list of actions, nobody is late who has closed.
select count(*) filter (where a.by_on is null) as no_day,
       count(*) filter (where a.by_on >= $1::date) as not_due,
       count(*) filter (where $1::date - a.by_on between 1 and 30) as month,
       count(*) filter (where $1::date - a.by_on between 31 and 90) as quarter,
       count(*) filter (where $1::date - a.by_on > 90) as older
from tenant.action a
left join tenant.return r on r.tenant_id = a.tenant_id and r.return_id = a.return_id
left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.register_entry e
  on e.tenant_id = a.tenant_id and e.entry_id = coalesce(a.entry_id, q.entry_id)
where a.tenant_id = app.party() and a.state = 'open' and e.to_on is null and ($2::boolean or not a.withheld)
