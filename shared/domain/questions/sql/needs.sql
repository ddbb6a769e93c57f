with asked as (
  select q.entry_id, q.request_id, q.due_on, q.period, r.return_id, r.latest_version
  from tenant.request q
  left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  where q.tenant_id = app.party() and q.entry_id is not null and q.state <> 'withdrawn'),
-- The newest return of each organisation, and the one before it.
cycles as (
  select a.entry_id, a.return_id, a.latest_version,
         row_number() over (partition by a.entry_id order by a.due_on desc, a.return_id) as cycle
  from asked a where a.return_id is not null),
low as (
  select c.entry_id, c.cycle, l.requirement_code
  from cycles c
  join tenant.return_level l
    on l.tenant_id = app.party() and l.return_id = c.return_id and l.version_no = c.latest_version
  where c.cycle <= 2 and l.level <= 1),
lows as (
  select l.entry_id, count(*) filter (where l.cycle = 1) as low,
         count(*) filter (where l.cycle = 1 and exists (
           select from low b where b.entry_id = l.entry_id and b.cycle = 2
              and b.requirement_code = l.requirement_code)) as repeated
  from low l group by l.entry_id),
returns as (
  select a.entry_id, count(*) filter (where a.return_id is null and a.due_on < $1::date) as late,
         count(*) filter (where a.return_id is null and a.due_on >= $1::date
                          and a.due_on < $1::date + 14) as started_late
  from asked a group by a.entry_id),
open_questions as (
  select q.entry_id, count(*) as n
  from tenant.thread t
  join tenant.request q on q.tenant_id = t.tenant_id and q.request_id = t.request_id
  where t.tenant_id = app.party() and t.waits_for = 'board' and q.entry_id is not null
  group by q.entry_id),
helped as (
  select o.entry_id, count(*) as n, max(s.on_date) as last_on
  from tenant.support_organisation o
  join tenant.support s on s.tenant_id = o.tenant_id and s.support_id = o.support_id
  where o.tenant_id = app.party() and s.struck_at is null
  group by o.entry_id)
select e.entry_id, e.name, coalesce(r.late, 0)::int as late,
       coalesce(r.started_late, 0)::int as started_late, coalesce(l.low, 0)::int as low,
       coalesce(l.repeated, 0)::int as repeated, coalesce(q.n, 0)::int as open_questions,
       coalesce(h.n, 0)::int as supported, h.last_on as last_supported
from tenant.register_entry e
left join returns r on r.entry_id = e.entry_id
left join lows l on l.entry_id = e.entry_id
left join open_questions q on q.entry_id = e.entry_id
left join helped h on h.entry_id = e.entry_id
where e.tenant_id = app.party() and e.to_on is null
order by e.name, e.entry_id
