select count(*) as n
from tenant.register_entry e
left join tenant.entry_type t on t.tenant_id = e.tenant_id and t.type = e.type
left join (
  select q.entry_id, max((r.received_at at time zone 'Europe/London')::date) as received_on,
         bool_or(q.state = 'open' and q.left_out is null
                 and (r.return_id is null or r.state = 'returned')) as asked
  from tenant.request q
  left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  where q.tenant_id = app.party() and q.entry_id is not null
  group by q.entry_id) d on d.entry_id = e.entry_id
where e.tenant_id = app.party() and e.to_on is null and not coalesce(d.asked, false)
  and greatest(e.completed_on, d.received_on)
      + make_interval(months => coalesce(e.months, t.months, 24)) <= $1::date
