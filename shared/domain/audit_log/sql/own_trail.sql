with found as (
  select e.tenant_id, e.entry_no, coalesce(e.business_at, e.at) as at, e.person_id, e.role, e.what,
         e.subject_kind, e.subject_ref, e.facts, e.payload
  from tenant.audit_entry e
  where e.tenant_id = app.party() and ($1::uuid is null or e.person_id = $1::uuid)
    and coalesce(e.business_at, e.at) >= coalesce($2::date::timestamp at time zone 'Europe/London', '-infinity')
    and coalesce(e.business_at, e.at) < coalesce(($3::date + 1)::timestamp at time zone 'Europe/London', 'infinity')
    and (coalesce(e.business_at, e.at), e.entry_no) < (coalesce($4::timestamptz, 'infinity'),
                                                      coalesce($5::bigint, 9223372036854775807))
  order by coalesce(e.business_at, e.at) desc, e.entry_no desc
  limit $6::integer),
people as (
  select distinct on (c.person_id) c.person_id, c.person_name from identity.colleagues() c)
select f.at, f.entry_no, f.person_id, coalesce(p.person_name, '') as person_name,
       coalesce(f.role, '') as role, f.what, f.subject_kind, f.subject_ref,
       coalesce(f.facts ->> 'detail', '') as detail, coalesce(f.payload, o.name, g.name, '') as payload,
       exists (select from tenant.audit_seal s
               where s.tenant_id = f.tenant_id and s.entry_no = f.entry_no) as sealed
from found f
left join people p on p.person_id = f.person_id
left join tenant.return r
  on r.tenant_id = f.tenant_id
 and r.return_id = case when f.subject_kind = 'return' then f.subject_ref::uuid end
left join tenancy.party_profile o on o.party_id = r.agency_id
left join tenant.register_entry g
  on g.tenant_id = f.tenant_id
 and g.entry_id = case when f.subject_kind = 'register_entry' then f.subject_ref::uuid end
order by f.at desc, f.entry_no desc
