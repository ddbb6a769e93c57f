-- The one that stays is asked what the one that goes had not answered, by the same day where that is still to come,
-- unless it was asked for it already.
with open as (
  select q.*
  from tenant.request q
  left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  where q.tenant_id = app.party() and q.entry_id = $1 and q.state = 'open'
    and (r.return_id is null or r.state = 'returned')
  order by q.request_id
  for no key update of q),
picked as (
  select gen_random_uuid() as new_asking, o.*, e.entry_id as to_entry, e.agency_id as to_agency,
         coalesce(e.unit_id, e.agency_id) as to_unit
  from open o
  join tenant.register_entry e on e.tenant_id = o.tenant_id and e.entry_id = $2
  where not exists (
    select from tenant.request x
    where x.tenant_id = o.tenant_id and x.entry_id = $2 and x.state <> 'withdrawn'
      and (x.audit_id = o.audit_id or x.template_code = o.template_code and x.period = o.period)
      and (x.parts is null or x.parts @> o.parts))),
acts as (
  insert into tenant.asking (tenant_id, asking_id, entry_id, audit_id, asked_by, asked_at)
  select p.tenant_id, p.new_asking, p.to_entry, p.audit_id, app.person(), $4::timestamptz
  from picked p
  returning asking_id)
insert into tenant.request
  (tenant_id, audit_id, asking_id, entry_id, agency_id, unit_id, template_code, template_version,
   kind, title, period, parts, due_on, asked_at)
select p.tenant_id, p.audit_id, k.asking_id, p.to_entry, p.to_agency, p.to_unit, p.template_code,
       p.template_version, p.kind, p.title, p.period, p.parts, greatest(p.due_on, $3::date), $4::timestamptz
from picked p
join acts k on k.asking_id = p.new_asking
returning request_id
