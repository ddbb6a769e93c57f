select distinct on (request_id, rule, subject) request_id, rule, subject, text
from tenant.explanation
where tenant_id = app.party() and unit_id = $1
order by request_id, rule, subject, at desc
