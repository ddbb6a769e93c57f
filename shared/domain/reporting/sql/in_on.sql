select q.audit_id, (r.received_at at time zone 'Europe/London')::date as day, count(*) as n
from tenant.request q
join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
where q.tenant_id = app.party() and q.audit_id = any ($1::uuid[])
group by q.audit_id, day
order by q.audit_id, day
