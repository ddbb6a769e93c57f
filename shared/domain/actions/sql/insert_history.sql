insert into tenant.action_status
  (tenant_id, action_id, status_no, agency_id, kind, point, was_point, text, told, was_on, by_on, by_name, at)
select a.tenant_id, a.action_id,
       coalesce((select max(s.status_no)
                 from tenant.action_status s
                 where s.tenant_id = a.tenant_id and s.action_id = a.action_id), 0) + 1,
       a.agency_id, $2, nullif($3::text, ''), nullif($4::text, ''), normalize($5::text), normalize($6::text),
       $7, $8, $9, $10
from tenant.action a
where a.tenant_id = app.party() and a.action_id = $1
returning status_no
