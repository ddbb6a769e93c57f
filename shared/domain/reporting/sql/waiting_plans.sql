with here as (
  select p.plan_id, p.return_id, o.offered_at
  from tenant.plan p
  join tenant.return r on r.tenant_id = p.tenant_id and r.return_id = p.return_id
  join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
  left join lateral (
    select n.offer_no, n.offered_at from tenant.plan_offer n
    where n.tenant_id = p.tenant_id and n.plan_id = p.plan_id
      and not exists (select from tenant.plan_answer a
        where a.tenant_id = n.tenant_id and a.plan_id = n.plan_id and a.offer_no >= n.offer_no)
    order by n.offer_no desc limit 1) o on true
  where p.tenant_id = app.party() and e.to_on is null and p.withdrawn_at is null and p.ratified_on is null)
select c.total, c.of_all, l.id, l.from_name, l.since, null::uuid as with_person
from (select count(h.offered_at) as total, count(*) as of_all from here h) c
left join lateral (
  select h.plan_id as id, coalesce(e.name, '') as from_name, h.offered_at as since
  from here h
  join tenant.return r on r.tenant_id = app.party() and r.return_id = h.return_id
  join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
  where h.offered_at is not null
  order by h.offered_at, h.plan_id
  limit $1::integer) l on true
order by l.since, l.id
