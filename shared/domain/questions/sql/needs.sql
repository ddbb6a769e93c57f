-- The points of each form all of which are below the minimum.
with below as (
  select p.template_code, p.template_version, p.point, p.kind
  from unnest($2::text[], $3::integer[], $4::text[], $5::text[])
    as p (template_code, template_version, point, kind)),
asked as (
  select q.entry_id, q.request_id, q.due_on, coalesce(r.state = 'returned', false) as is_back,
         app.due_day(q.due_on, r.state, r.back_by) as back_due, r.return_id, r.latest_version, v.template_code,
         v.template_version, coalesce(p.drafted + p.confirmed, 0) as begun,
         coalesce((p.drafted + p.confirmed) * 2 < p.questions, true) as behind
  from tenant.request q
  left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  left join tenant.return_version v
    on v.tenant_id = r.tenant_id and v.return_id = r.return_id and v.version_no = r.latest_version
  left join tenant.request_progress p
    on p.tenant_id = q.tenant_id and p.request_id = q.request_id
  where q.tenant_id = app.party() and q.entry_id is not null and q.state <> 'withdrawn'
    and q.left_out is null),
-- The newest return of each organisation, and the one before it.
cycles as (
  select a.entry_id, a.return_id, a.latest_version, a.template_code, a.template_version,
         row_number() over (partition by a.entry_id order by a.due_on desc, a.return_id) as cycle
  from asked a where a.return_id is not null),
judged as (
  select distinct on (e.return_id, b.box_no) e.return_id, b.box_no, b.grade, b.not_applicable
  from cycles c
  join tenant.evaluation e
    on e.tenant_id = app.party() and e.return_id = c.return_id and e.version_no = c.latest_version
   and e.state <> 'withdrawn'
  join tenant.evaluation_box b
    on b.tenant_id = e.tenant_id and b.evaluation_id = e.evaluation_id and b.how <> 'carried'
  where c.cycle <= 2
  order by e.return_id, b.box_no, b.version desc),
-- What stands below the minimum: by the board's grade where there is one, else by their own rating.
rated as (
  select c.entry_id, c.cycle, coalesce(x.item_code, x.section_code, x.box_no) as place,
         j.grade is not null as by_board, w.kind
  from cycles c
  join catalogue.box x
    on x.template_code = c.template_code and x.version = c.template_version
   and x.content = 'rating'
  left join judged j on j.return_id = c.return_id and j.box_no = x.box_no
  left join tenant.return_box t
    on t.tenant_id = app.party() and t.return_id = c.return_id and t.version_no = c.latest_version
   and t.box_no = x.box_no and t.state in ('set', 'chosen')
  join below w
    on w.template_code = c.template_code and w.template_version = c.template_version
   and w.point = coalesce(j.grade, t.point)
  where c.cycle <= 2 and not coalesce(j.not_applicable, false)),
ratings as (
  select r.entry_id, count(*) filter (where r.cycle = 1 and r.by_board) as graded,
         count(*) filter (where r.cycle = 1 and not r.by_board and r.kind = 'lowest') as lowest,
         count(*) filter (where r.cycle = 1 and not r.by_board and r.kind = 'below') as below,
         count(distinct r.place) filter (where r.cycle = 1 and exists (
           select from rated b
           where b.entry_id = r.entry_id and b.cycle = 2 and b.place = r.place)) as repeated
  from rated r group by r.entry_id),
-- Levels speak where a form has no points of its own.
low as (
  select c.entry_id, c.cycle, l.requirement_code
  from cycles c
  join tenant.return_level l
    on l.tenant_id = app.party() and l.return_id = c.return_id and l.version_no = c.latest_version
  where c.cycle <= 2 and l.level <= 1
    and not exists (select from below w where w.template_code = c.template_code
                      and w.template_version = c.template_version)),
lows as (
  select l.entry_id, count(*) filter (where l.cycle = 1) as low,
         count(*) filter (where l.cycle = 1 and exists (
           select from low b where b.entry_id = l.entry_id and b.cycle = 2
              and b.requirement_code = l.requirement_code)) as repeated
  from low l group by l.entry_id),
returns as (
  select a.entry_id, count(*) filter (where a.back_due < $1::date) as late,
         count(*) filter (where a.due_on < $1::date and a.begun = 0 and not a.is_back) as untouched,
         count(*) filter (where a.due_on >= $1::date and a.due_on < $1::date + 14
                          and not a.is_back) as started_late,
         count(*) filter (where a.due_on >= $1::date and a.due_on < $1::date + 14
                          and a.behind and not a.is_back) as behind
  from asked a where a.return_id is null or a.is_back group by a.entry_id),
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
       coalesce(r.untouched, 0)::int as untouched,
       coalesce(r.started_late, 0)::int as started_late, coalesce(r.behind, 0)::int as behind,
       coalesce(g.graded, 0)::int as graded, coalesce(g.lowest, 0)::int as lowest,
       coalesce(g.below, 0)::int as below, coalesce(l.low, 0)::int as low,
       (coalesce(l.repeated, 0) + coalesce(g.repeated, 0))::int as repeated,
       coalesce(q.n, 0)::int as open_questions,
       coalesce(h.n, 0)::int as supported, h.last_on as last_supported
from tenant.register_entry e
left join returns r on r.entry_id = e.entry_id
left join ratings g on g.entry_id = e.entry_id
left join lows l on l.entry_id = e.entry_id
left join open_questions q on q.entry_id = e.entry_id
left join helped h on h.entry_id = e.entry_id
where e.tenant_id = app.party() and e.to_on is null
order by e.name, e.entry_id
