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
  left join tenant.evaluation_task t
    on t.tenant_id = app.party() and t.return_id = h.return_id and t.section = ''
   and t.ended_at is null
  where h.waits
  order by h.received_at, h.return_id
  limit $1::integer) l on true
order by l.since, l.id
