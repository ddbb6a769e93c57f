insert into tenant.evaluation_task (tenant_id, return_id, section, person_id, given_by, given_at)
select r.tenant_id, r.return_id, $2, $3::uuid, app.person(), $4::timestamptz
from tenant.return r
where r.tenant_id = app.party() and r.return_id = $1::uuid
  and exists (
    select from identity.colleagues() c
    where c.person_id = $3::uuid and c.is_current and c.role in ('manager', 'assistant'))
