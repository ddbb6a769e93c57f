with open as (
  select a.action_id, a.what, a.by_on, a.return_id, coalesce(e.name, '') as from_name
  from tenant.action a
  left join tenant.return r on r.tenant_id = a.tenant_id and r.return_id = a.return_id
  left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
  where a.tenant_id = app.party() and a.state = 'open')
select c.open, c.overdue, l.what, l.by_on, l.return_id, l.from_name
from (select count(*) as open, count(*) filter (where by_on < $1::date) as overdue from open) c
left join lateral (
  select * from open where by_on < $1::date order by by_on, action_id limit $2::integer) l on true
