select count(*) filter (where a.state = 'open') as open,
       count(*) filter (where a.state = 'open' and a.by_on < $1::date) as overdue
from tenant.action a
where a.tenant_id = app.source_tenant() and a.state <> 'withdrawn'
