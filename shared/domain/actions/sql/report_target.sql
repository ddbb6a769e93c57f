select a.tenant_id as board_id, a.action_id, coalesce(a.unit_id, q.unit_id, app.party()) as unit_id
from tenant.action a
join tenancy.connection c
  on c.board_id = a.tenant_id and c.agency_id = a.agency_id and c.ended_at is null
left join tenant.return r on r.tenant_id = a.tenant_id and r.return_id = a.return_id
left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
where a.agency_id = app.party() and a.action_id = $1 and a.state <> 'withdrawn'
  and not exists (select
                  from tenant.action_link l
                  where l.tenant_id = app.party() and l.board_id = a.tenant_id and l.action_id = a.action_id)
