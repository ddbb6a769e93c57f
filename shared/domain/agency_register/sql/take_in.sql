-- What the one that goes has completed counts for the one that stays.
with last as (
  select greatest(e.completed_on, (
           select max((r.received_at at time zone 'Europe/London')::date)
           from tenant.request q
           join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
           where q.tenant_id = e.tenant_id and q.entry_id = e.entry_id)) as completed_on
  from tenant.register_entry e
  where e.tenant_id = app.party() and e.entry_id = $2),
old as (
  select e.*, coalesce(l.completed_on > e.completed_on, l.completed_on is not null) as is_later, l.completed_on as last_on
  from tenant.register_entry e
  cross join last l
  where e.tenant_id = app.party() and e.entry_id = $1),
kept as (
  update tenant.register_entry e
  set completed_on = o.last_on, version = e.version + 1
  from old o
  where e.tenant_id = o.tenant_id and e.entry_id = o.entry_id and o.is_later)
insert into tenant.register_change
  (tenant_id, entry_id, change_no, what, was_name, name, other_id, facts, reason, changed_by, changed_at)
select o.tenant_id, o.entry_id,
       1 + (select coalesce(max(c.change_no), 0) from tenant.register_change c
            where c.tenant_id = o.tenant_id and c.entry_id = o.entry_id),
       'took_in', o.name, o.name, $2::uuid,
       case when o.is_later then jsonb_build_object('completed_on', coalesce(o.completed_on::text, ''))
            else '{}'::jsonb end,
       normalize($3::text), app.person(), $4::timestamptz
from old o
