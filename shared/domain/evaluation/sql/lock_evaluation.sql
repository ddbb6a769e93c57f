select e.evaluation_id, e.version_no, e.state, e.started_by, e.started_at, e.releases, e.carried_from
from tenant.evaluation e
where e.tenant_id = app.party() and e.return_id = $1::uuid
order by e.version_no desc
limit 1
for update
