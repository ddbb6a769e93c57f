insert into tenant.plan (tenant_id, plan_id, audit_id, title, agency_id, return_id, words, due_on, asked_by, asked_at)
select r.tenant_id, $1::uuid, q.audit_id, q.title, r.agency_id, r.return_id, normalize($3::text), $4::date,
       app.person(), $5::timestamptz
from tenant.return r
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
where r.tenant_id = app.party() and r.return_id = $2::uuid and r.agency_id is not null
