with listed as (
  select q.request_id, r.return_id, q.entry_id, coalesce(e.name, q.subject_ref, '') as name,
         e.type, coalesce(t.words, k.words, e.type, '') as type_words, coalesce(e.own_ref, '') as own_ref,
         coalesce(q.parts, '{}') as parts, app.due_day(q.due_on, r.state, r.back_by) as due_on,
         q.asked_at, r.received_at, p.questions, p.drafted,
         p.confirmed, p.counted_at,
         case s.standing when 'awaited' then
                case when p.drafted + p.confirmed > 0 then 'started' else 'not_started' end
              else s.standing end as standing,
         app.is_late(s.standing, app.due_day(q.due_on, r.state, r.back_by), $6::date) as late
  from tenant.request q
  left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  left join tenant.request_progress p on p.tenant_id = q.tenant_id and p.request_id = q.request_id
  join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
  left join tenant.entry_type t on t.tenant_id = e.tenant_id and t.type = e.type
  left join catalogue.entry_type k on k.type = e.type
  cross join lateral (select app.standing(q.state, q.left_out, r.state) as standing) s
  where q.tenant_id = app.party() and q.audit_id = $1
    and ($2::text = '' or position(lower($2::text) in lower(e.name)) > 0
         or position(lower($2::text) in lower(e.own_ref)) > 0)
    and (cardinality($4::text[]) = 0 or e.type = any ($4::text[])))
select *, count(*) over () as total
from listed l
where case when cardinality($3::text[]) = 0 then l.standing <> 'withdrawn'
           else l.standing = any ($3::text[]) end
  and ('late' <> all ($5::text[]) or l.late)
order by case when $7::text = 'due' and not $8::boolean then l.due_on end,
         case when $7::text = 'due' and $8::boolean then l.due_on end desc,
         case when $7::text = 'state' and not $8::boolean then l.standing end,
         case when $7::text = 'state' and $8::boolean then l.standing end desc,
         case when $7::text = 'answered' and not $8::boolean then coalesce(l.confirmed, 0) end,
         case when $7::text = 'answered' and $8::boolean then coalesce(l.confirmed, 0) end desc,
         case when $7::text = 'received' and not $8::boolean then l.received_at end,
         case when $7::text = 'received' and $8::boolean then l.received_at end desc nulls last,
         case when $7::text = 'name' and $8::boolean then lower(l.name) end desc,
         lower(l.name), l.due_on, l.request_id
limit $9::integer offset $10::integer
