with held as (
  select e.entry_id, e.agency_id, e.unit_id, e.months, e.type, e.completed_on
  from tenant.register_entry e
  where e.tenant_id = app.party() and e.to_on is null and e.entry_id = any ($2::uuid[])
  order by e.entry_id
  for no key update),
picked as (
  select h.entry_id, h.agency_id, h.unit_id, a.audit_id, a.template_code, a.template_version, a.kind,
         a.title, a.period,
         case when $4::boolean and o.due_on >= $5::date then o.due_on else $3::date end as due_on
  from held h
  join tenant.audit a on a.tenant_id = app.party() and a.audit_id = $1
  left join lateral (
    select (greatest(h.completed_on, max((r.received_at at time zone 'Europe/London')::date))
            + make_interval(months => coalesce(h.months, max(t.months), 24)))::date as due_on
    from (select 1) one
    left join tenant.entry_type t on t.tenant_id = app.party() and t.type = h.type
    left join tenant.request q on q.tenant_id = app.party() and q.entry_id = h.entry_id
    left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id) o
    on $4::boolean
  where not exists (
    select from tenant.request q
    where q.tenant_id = app.party() and q.entry_id = h.entry_id and q.state <> 'withdrawn'
      and (q.audit_id = $1 or q.template_code = a.template_code and q.period = a.period))),
acts as (
  insert into tenant.asking (tenant_id, asking_id, entry_id, audit_id, asked_by, asked_at)
  select app.party(), gen_random_uuid(), p.entry_id, p.audit_id, app.person(), $6::timestamptz
  from picked p
  returning asking_id, entry_id)
insert into tenant.request
  (tenant_id, audit_id, asking_id, entry_id, agency_id, unit_id, template_code, template_version,
   kind, title, period, due_on, asked_at)
select app.party(), p.audit_id, k.asking_id, p.entry_id, p.agency_id, coalesce(p.unit_id, p.agency_id),
       p.template_code, p.template_version, p.kind, p.title, p.period, p.due_on, $6::timestamptz
from picked p
join acts k on k.entry_id = p.entry_id
returning request_id,
  (agency_id is not null
   or entry_id in (select j.entry_id from tenancy.joins_asked() j)) as reached
