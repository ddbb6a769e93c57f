select status_no, kind, point, was_point, told, was_on, by_on, said, by_kind, at
from tenant.action_status
where tenant_id = app.source_tenant() and action_id = $1 and kind not in ('with', 'mailed')
order by status_no desc
limit 1000
