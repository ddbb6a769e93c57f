select o.opened_at as at, o.opening_id, o.tenant_id as board_id, f.name::text as board_name,
       coalesce(o.role, '') as role, o.looker, o.what, r.request_id, coalesce(q.title::text, 'for an action') as form,
       coalesce(o.version_no, 0) as version_no, coalesce(e.evidence_id, p.evidence_id) as evidence_id,
       coalesce(e.title, p.title, '') as title
from (
  (select opened_at, opening_id, tenant_id, role::text as role, looker::text as looker, what::text as what, return_id, version_no,
          null::integer as evidence_no, null::uuid as action_id, null::integer as status_no
   from tenant.return_opening
   where agency_id = app.party() and ($1::uuid is null or tenant_id = $1::uuid)
     and opened_at >= coalesce($2::date::timestamp at time zone 'Europe/London', '-infinity')
     and opened_at < coalesce(($3::date + 1)::timestamp at time zone 'Europe/London', 'infinity')
     and (opened_at, opening_id) < (coalesce($4::timestamptz, 'infinity'),
                                    coalesce($5::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
   order by opened_at desc, opening_id desc
   limit $6::integer)
  union all
  (select opened_at, opening_id, tenant_id, role::text, '', 'evidence', return_id, version_no, evidence_no, null, null
   from tenant.return_evidence_opening
   where agency_id = app.party() and ($1::uuid is null or tenant_id = $1::uuid)
     and opened_at >= coalesce($2::date::timestamp at time zone 'Europe/London', '-infinity')
     and opened_at < coalesce(($3::date + 1)::timestamp at time zone 'Europe/London', 'infinity')
     and (opened_at, opening_id) < (coalesce($4::timestamptz, 'infinity'),
                                    coalesce($5::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
   order by opened_at desc, opening_id desc
   limit $6::integer)
  union all
  (select opened_at, opening_id, tenant_id, role::text, '', 'evidence', null, null, evidence_no, action_id, status_no
   from tenant.action_evidence_opening
   where agency_id = app.party() and ($1::uuid is null or tenant_id = $1::uuid)
     and opened_at >= coalesce($2::date::timestamp at time zone 'Europe/London', '-infinity')
     and opened_at < coalesce(($3::date + 1)::timestamp at time zone 'Europe/London', 'infinity')
     and (opened_at, opening_id) < (coalesce($4::timestamptz, 'infinity'),
                                    coalesce($5::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
   order by opened_at desc, opening_id desc
   limit $6::integer)
) o
left join tenant.return r on r.tenant_id = o.tenant_id and r.return_id = o.return_id
left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
join tenancy.party_profile f on f.party_id = o.tenant_id
left join tenant.return_evidence e
  on e.tenant_id = o.tenant_id and e.return_id = o.return_id and e.version_no = o.version_no
 and e.evidence_no = o.evidence_no
left join tenant.action_evidence p
  on p.tenant_id = o.tenant_id and p.action_id = o.action_id and p.status_no = o.status_no
 and p.evidence_no = o.evidence_no
order by o.opened_at desc, o.opening_id desc
limit $6::integer
