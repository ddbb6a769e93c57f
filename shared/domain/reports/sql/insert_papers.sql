insert into tenant.report_paper (tenant_id, report_id, position, paper_id)
select app.party(), $1::uuid, p.position, p.paper_id
from unnest($2::uuid[]) with ordinality as p (paper_id, position)
