with asked as (
  select q.tenant_id as board_id, q.request_id, q.template_code, q.template_version, q.parts,
         u.unit_id, m.framework_code, m.framework_version, m.version
  from tenant.request q
  join tenant.unit u
    on u.tenant_id = q.agency_id
   and (u.unit_id = q.unit_id or (q.unit_id is null and u.parent_unit_id is null))
  left join lateral (
    select v.framework_code, v.framework_version, v.version
    from catalogue.mapping_version v
    where v.template_code = q.template_code and v.template_version = q.template_version
      and v.status in ('live', 'reviewed')
    order by v.framework_version desc, v.version desc
    limit 1) m on true
  where q.agency_id = app.party() and q.state = 'open' and q.subject_kind = 'agency'),
needed as (
  select a.board_id, a.request_id, a.unit_id, i.item_code, f.requirement_code
  from asked a
  join catalogue.template_item i
    on i.template_code = a.template_code and i.version = a.template_version
   and (a.parts is null or i.section_code = any (a.parts))
  left join catalogue.item_facet x
    on x.template_code = a.template_code and x.template_version = a.template_version
   and x.framework_code = a.framework_code and x.framework_version = a.framework_version
   and x.version = a.version and x.item_code = i.item_code
  left join catalogue.facet f on f.facet_code = x.facet_code
  group by a.board_id, a.request_id, a.unit_id, i.item_code, f.requirement_code),
written as (
  select n.board_id, n.request_id, n.item_code,
         bool_and(coalesce(w.confirmed_at >= $1::timestamptz - interval '1 year', false)) as confirmed,
         bool_or(coalesce(w.saved_at >= $1::timestamptz - interval '1 year', false)) as begun
  from needed n
  left join lateral (
    select max(s.confirmed_at) as confirmed_at, max(s.saved_at) as saved_at
    from (
      select a.confirmed_at, a.saved_at
      from tenant.answer a
      where a.tenant_id = app.party() and a.unit_id = n.unit_id
        and a.requirement_code = n.requirement_code
      union all
      select b.confirmed_at, b.saved_at
      from tenant.board_answer b
      where b.tenant_id = app.party() and b.unit_id = n.unit_id and b.board_id = n.board_id
        and b.requirement_code = n.requirement_code) s) w on n.requirement_code is not null
  group by n.board_id, n.request_id, n.item_code),
direct as (
  select b.board_id, b.request_id, x.item_code, bool_or(b.confirmed_at is not null) as confirmed
  from tenant.board_box b
  join asked a on a.request_id = b.request_id and a.board_id = b.board_id and a.unit_id = b.unit_id
  join catalogue.box x
    on x.template_code = a.template_code and x.version = a.template_version and x.box_no = b.box_no
  where b.tenant_id = app.party() and b.kind = 'direct' and x.item_code is not null
  group by b.board_id, b.request_id, x.item_code)
insert into tenant.request_progress as p
  (tenant_id, request_id, agency_id, questions, drafted, confirmed, counted_at)
select w.board_id, w.request_id, app.party(), count(*),
       count(*) filter (where not (w.confirmed or coalesce(d.confirmed, false))
                          and (w.begun or d.item_code is not null)),
       count(*) filter (where w.confirmed or coalesce(d.confirmed, false)), $1::timestamptz
from written w
left join direct d
  on d.board_id = w.board_id and d.request_id = w.request_id and d.item_code = w.item_code
group by w.board_id, w.request_id
on conflict on constraint request_progress_key do update
  set questions = excluded.questions, drafted = excluded.drafted, confirmed = excluded.confirmed,
      counted_at = excluded.counted_at
  where (p.questions, p.drafted, p.confirmed)
        is distinct from (excluded.questions, excluded.drafted, excluded.confirmed)
