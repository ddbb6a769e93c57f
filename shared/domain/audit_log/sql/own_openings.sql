with found as (
  select e.tenant_id, e.entry_no, coalesce(e.business_at, e.at) as at, e.person_id, e.role, e.what,
         e.subject_kind, e.subject_ref, e.facts, e.payload
  from tenant.audit_entry e
  where e.tenant_id = app.party() and app.unit() is null
    and e.what in ('return.opened', 'evidence.downloaded', 'evidence.portfolio_downloaded', 'unit.exported',
                   'trail.exported')
    and coalesce(e.business_at, e.at) >= coalesce($1::date::timestamp at time zone 'Europe/London', '-infinity')
    and coalesce(e.business_at, e.at) < coalesce(($2::date + 1)::timestamp at time zone 'Europe/London', 'infinity')
    and (coalesce(e.business_at, e.at), e.entry_no) < (coalesce($3::timestamptz, 'infinity'),
                                                      coalesce($4::bigint, 9223372036854775807))
  order by coalesce(e.business_at, e.at) desc, e.entry_no desc
  limit $5::integer),
people as (
  select distinct on (c.person_id) c.person_id, c.person_name from identity.colleagues() c)
select f.at, f.entry_no, f.person_id, coalesce(p.person_name, '') as person_name,
       coalesce(f.role, '') as role, f.what, f.subject_kind, f.subject_ref,
       coalesce(f.facts ->> 'detail', '') as detail, coalesce(f.payload, '') as payload,
       exists (select from tenant.audit_seal s
               where s.tenant_id = f.tenant_id and s.entry_no = f.entry_no) as sealed
from found f
left join people p on p.person_id = f.person_id
order by f.at desc, f.entry_no desc
