with here as (
  select v.evaluation_id, v.return_id, e.name, v.state = 'second_look' as waits
  from tenant.evaluation v
  join tenant.return r
    on r.tenant_id = v.tenant_id and r.return_id = v.return_id and r.latest_version = v.version_no
  join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
  where v.tenant_id = app.party() and v.state in ('open', 'second_look', 'agreed')
    and q.state <> 'withdrawn' and e.to_on is null and app.standing(q.state, q.left_out, r.state) = 'to_evaluate')
select c.total, c.of_all, l.id, l.from_name, l.since, null::uuid as with_person
from (select count(*) filter (where h.waits) as total, count(*) as of_all from here h) c
left join lateral (
  select h.return_id as id, h.name as from_name, k.sent_at as since
  from here h
  join tenant.evaluation_look k
    on k.tenant_id = app.party() and k.evaluation_id = h.evaluation_id and k.outcome is null
  where h.waits
  order by k.sent_at, h.return_id
  limit $1::integer) l on true
order by l.since, l.id
