with here as (
  select r.return_id, r.received_at, e.name,
         app.standing(q.state, q.left_out, r.state) = 'to_evaluate'
           and not exists (select from tenant.evaluation v
             where v.tenant_id = r.tenant_id and v.return_id = r.return_id
               and v.version_no = r.latest_version and v.state = 'second_look') as waits
  from tenant.return r
  join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
  where r.tenant_id = app.party() and q.state <> 'withdrawn' and q.left_out is null
    and (e.to_on is null or r.state in ('evaluated', 'signed_off')))
select c.total, c.of_all, l.id, l.from_name, l.since, l.with_person
from (select count(*) filter (where h.waits) as total, count(*) as of_all from here h) c
left join lateral (
  select h.return_id as id, h.name as from_name, h.received_at as since, t.person_id as with_person
  from here h
  -- Who has the whole of it; else whoever looks, when they have a part; else somebody who has one.
  left join lateral (
    select k.person_id from tenant.evaluation_task k
    where k.tenant_id = app.party() and k.return_id = h.return_id and k.ended_at is null
    order by k.section <> '', k.person_id <> app.person(), k.given_at, k.task_id
    limit 1) t on true
  where h.waits
  order by h.received_at, h.return_id
  limit $1::integer) l on true
order by l.since, l.id
