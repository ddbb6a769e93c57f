insert into tenant.report_return (tenant_id, report_id, position, return_id)
select app.party(), $1::uuid, p.position, p.return_id
from unnest($2::uuid[]) with ordinality as p (return_id, position)
