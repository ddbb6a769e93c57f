select c.kind, c.of_report, c.of_version, c.of_number, c.organisation, c.words
from tenant.report_conclusion c
where c.tenant_id = app.party() and c.report_id = $1::uuid and c.left_at is null
order by c.kind, c.organisation, c.of_report, c.of_number
