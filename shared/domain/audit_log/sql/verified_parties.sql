select t.party_id, coalesce(f.name::text, t.party_id::text) as name,
       (select count(*) from tenant.audit_entry e where e.tenant_id = t.party_id) as entries,
       coalesce(j.sealed, 0) as noted_links, coalesce(j.anchored, 0) as noted_anchored
from (select e.tenant_id as party_id from tenant.audit_entry e
      union select s.tenant_id from tenant.audit_seal s
      union select u.party_id from jobs.unsealed u
      union select r.party_id from jobs.trail r) t
left join jobs.trail j on j.party_id = t.party_id
left join tenancy.party_profile f on f.party_id = t.party_id
where $1::uuid is null or t.party_id = $1::uuid
order by 2, 1
