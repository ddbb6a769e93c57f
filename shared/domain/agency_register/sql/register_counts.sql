with last_asked as (
  select distinct on (q.entry_id) q.entry_id, app.due_day(q.due_on, r.state, r.back_by) as due_on,
         app.standing(q.state, q.left_out, r.state) as standing, p.drafted + p.confirmed as begun
  from tenant.request q
  left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  left join tenant.request_progress p on p.tenant_id = q.tenant_id and p.request_id = q.request_id
  where q.tenant_id = app.party() and q.entry_id is not null and q.state <> 'withdrawn'
    and (cardinality($1::text[]) = 0 or q.audit_id::text = any ($1::text[]))
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
listed as (
  select e.type, e.section11, e.agency_id is not null as joined,
         e.agency_id is null and j.asked_at is null as not_invited,
         app.falls_due(o.entry_id is not null,
           (greatest(e.completed_on, d.received_on)
            + make_interval(months => coalesce(e.months, t.months, 24)))::date, $2::date) as falls_due,
         case when a.standing = 'awaited' then
                case when a.begun > 0 then 'started' else 'not_started' end
              else coalesce(a.standing, 'never_asked') end as standing,
         coalesce(app.is_late(a.standing, a.due_on, $2::date), false) as late,
         exists (select from tenant.contact c where c.tenant_id = e.tenant_id
                   and c.entry_id = e.entry_id and c.valid_to is null
                   and c.bounced_at is null) as reachable,
         exists (select from tenant.contact c where c.tenant_id = e.tenant_id
                   and c.entry_id = e.entry_id and c.valid_to is null
                   and c.bounced_at is not null) as came_back
  from tenant.register_entry e
  left join tenant.entry_type t on t.tenant_id = e.tenant_id and t.type = e.type
  left join tenancy.joins_asked() j on j.entry_id = e.entry_id
  left join last_asked a on a.entry_id = e.entry_id
  left join last_in d on d.entry_id = e.entry_id
  left join open_now o on o.entry_id = e.entry_id
  where e.tenant_id = app.party() and e.to_on is null
    and (cardinality($1::text[]) = 0 or a.entry_id is not null))
select 'all' as kind, '' as value, count(*) as n from listed
union all select 'joined', '', count(*) from listed where joined
union all select 'attention', 'late', count(*) from listed where late
union all select 'attention', 'no_contact', count(*) from listed where not reachable
union all select 'attention', 'bounced', count(*) from listed where came_back
union all select 'attention', 'not_joined', count(*) from listed where not joined
union all select 'attention', 'not_invited', count(*) from listed where not_invited
union all select 'attention', 'due', count(*) from listed where falls_due
union all select 'state', standing, count(*) from listed group by standing
union all select 'type', type, count(*) from listed group by type
