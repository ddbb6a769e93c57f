with last_asked as (
  select distinct on (q.entry_id) q.entry_id, q.request_id, q.audit_id,
         app.due_day(q.due_on, r.state, r.back_by) as due_on, r.received_at,
         app.standing(q.state, q.left_out, r.state) as standing, p.questions,
         p.drafted + p.confirmed as begun, p.confirmed, p.counted_at
  from tenant.request q
  left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  left join tenant.request_progress p on p.tenant_id = q.tenant_id and p.request_id = q.request_id
  where q.tenant_id = app.party() and q.entry_id is not null and q.state <> 'withdrawn'
    and (cardinality($4::text[]) = 0 or q.audit_id::text = any ($4::text[]))
  order by q.entry_id, q.asked_at desc, (r.return_id is not null), q.due_on, q.request_id),
last_in as (
  select q.entry_id, max((r.received_at at time zone 'Europe/London')::date) as received_on
  from tenant.request q
  join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  where q.tenant_id = app.party() and q.entry_id is not null
  group by q.entry_id),
open_now as (
  select distinct q.entry_id
  from tenant.request q
  left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  where q.tenant_id = app.party() and q.entry_id is not null
    and app.standing(q.state, q.left_out, r.state) in ('awaited', 'sent_back')),
lead as (
  select distinct on (c.entry_id) c.entry_id, c.name, c.bounced_at is not null as bounced
  from tenant.contact c
  where c.tenant_id = app.party() and c.valid_to is null
  order by c.entry_id, c.bounced_at is not null, c.role <> 'section11_lead', c.valid_from, c.contact_id),
came_back as (
  select c.entry_id, count(*) as n
  from tenant.contact c
  where c.tenant_id = app.party() and c.valid_to is null and c.bounced_at is not null
  group by c.entry_id),
listed as (
  select e.entry_id, e.name, e.type, coalesce(t.words, k.words, e.type) as type_words, e.own_ref,
         e.section11, e.to_on, p.name as parent_name, e.agency_id is not null as joined, j.asked_at,
         l.name as lead, coalesce(l.bounced, false) as bounced,
         coalesce(b.n, 0) as came_back, a.audit_id, a.questions, a.confirmed, a.counted_at,
         case when a.standing = 'awaited' then
                case when a.begun > 0 then 'started' else 'not_started' end
              else coalesce(a.standing, 'never_asked') end as standing,
         greatest(e.completed_on, d.received_on) as last_done,
         case when a.standing in ('awaited', 'sent_back') then a.due_on
              else (greatest(e.completed_on, d.received_on)
                    + make_interval(months => coalesce(e.months, t.months, 24)))::date end as due_on,
         e.agency_id is null and j.asked_at is null as not_invited,
         app.falls_due(o.entry_id is not null,
           (greatest(e.completed_on, d.received_on)
            + make_interval(months => coalesce(e.months, t.months, 24)))::date, $6::date) as falls_due,
         coalesce(app.is_late(a.standing, a.due_on, $6::date), false) as late
  from tenant.register_entry e
  left join tenant.entry_type t on t.tenant_id = e.tenant_id and t.type = e.type
  left join catalogue.entry_type k on k.type = e.type
  left join tenant.register_entry p on p.tenant_id = e.tenant_id and p.entry_id = e.parent_id
  left join tenancy.joins_asked() j on j.entry_id = e.entry_id
  left join last_asked a on a.entry_id = e.entry_id
  left join last_in d on d.entry_id = e.entry_id
  left join open_now o on o.entry_id = e.entry_id
  left join lead l on l.entry_id = e.entry_id
  left join came_back b on b.entry_id = e.entry_id
  where e.tenant_id = app.party()
    and ($1::text = '' or position(lower($1::text) in lower(e.name)) > 0
         or position(lower($1::text) in lower(e.own_ref)) > 0
         or e.organisation_id in (select o.organisation_id from directory.organisation o
              where upper($1::text) in (o.urn, o.ods, o.force_code)))
    and (cardinality($2::text[]) = 0 or e.type = any ($2::text[]))
    and (cardinality($4::text[]) = 0 or a.entry_id is not null)
    and case when 'closed' = any ($7::text[]) then e.to_on is not null else e.to_on is null end
    and ('section11' <> all ($7::text[]) or e.section11)
    and ('partner' <> all ($7::text[]) or not e.section11)
    and (cardinality($8::text[]) = 0 or e.entry_id::text = any ($8::text[])))
select *, count(*) over () as total
from listed r
where (cardinality($3::text[]) = 0 or r.standing = any ($3::text[]))
  and (cardinality($5::text[]) = 0
       or 'late' = any ($5::text[]) and r.late
       or 'due' = any ($5::text[]) and r.falls_due
       or 'bounced' = any ($5::text[]) and r.came_back > 0
       or 'no_contact' = any ($5::text[]) and (r.lead is null or r.bounced)
       or 'not_joined' = any ($5::text[]) and not r.joined
       or 'not_invited' = any ($5::text[]) and r.not_invited)
order by case when $9::text = 'due' and not $10::boolean then r.due_on end,
         case when $9::text = 'due' and $10::boolean then r.due_on end desc nulls last,
         case when $9::text = 'done' and not $10::boolean then r.last_done end,
         case when $9::text = 'done' and $10::boolean then r.last_done end desc nulls last,
         case when $9::text = 'state' and not $10::boolean then r.standing end,
         case when $9::text = 'state' and $10::boolean then r.standing end desc,
         case when $9::text = 'answered' and not $10::boolean then coalesce(r.confirmed, 0) end,
         case when $9::text = 'answered' and $10::boolean then coalesce(r.confirmed, 0) end desc,
         case when $9::text = 'name' and $10::boolean then lower(r.name) end desc,
         lower(r.name), r.entry_id
limit $11::integer offset $12::integer
