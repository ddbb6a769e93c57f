-- When each return of an exercise first came in, and who signed the version that stands.
select r.return_id, q.due_on, (f.at at time zone 'Europe/London')::date as first_in,
       coalesce(s.name, '') as name, coalesce(s.position, '') as position
from tenant.request q
join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
cross join lateral (
  select min(v.delivered_at) as at
  from tenant.return_version v
  where v.tenant_id = r.tenant_id and v.return_id = r.return_id) f
left join tenant.sign_off s
  on s.tenant_id = r.tenant_id and s.return_id = r.return_id and s.version_no = r.latest_version
 and s.party_role = 'agency'
where q.tenant_id = app.party() and q.audit_id = $1 and f.at is not null
