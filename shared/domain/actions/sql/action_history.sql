select status_no, kind, point, was_point, text, told, was_on, by_on, said, by_name, by_kind, at
from tenant.action_status
where tenant_id = app.party() and action_id = $1
order by status_no desc
limit 1000
