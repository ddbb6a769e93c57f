select e.state = 'finished' as is_released
from tenant.evaluation e
where e.tenant_id = app.party() and e.return_id = $1
order by e.version_no desc
limit 1
for share
