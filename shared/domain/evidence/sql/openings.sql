with own as (
  select coalesce(d.business_at, d.at) as at, d.person_id, coalesce(d.facts ->> 'detail', '') as what
  from tenant.audit_entry d
  where d.tenant_id = app.party() and d.what = 'evidence.downloaded' and d.subject_ref = $1::text
  order by d.entry_no desc
  limit $2::integer),
named as (
  select o.at,
         (select c.person_name from identity.colleagues() c
          where c.person_id = o.person_id limit 1) as who,
         false as is_board, o.what
  from own o),
boards as (
  select o.opened_at as at, p.name::text as who, true as is_board, '' as what
  from tenant.return_evidence_opening o
  join tenant.return_evidence e
    on e.tenant_id = o.tenant_id and e.return_id = o.return_id and e.version_no = o.version_no
   and e.evidence_no = o.evidence_no
  join tenancy.party_profile p on p.party_id = o.tenant_id
  where o.agency_id = app.party() and e.agency_id = app.party() and e.evidence_id = $1::uuid
  order by o.opened_at desc
  limit $2::integer)
select at, who, is_board, what
from (select * from named union all select * from boards) every
order by at desc
limit $2::integer
