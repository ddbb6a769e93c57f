select c.commitment_id, c.area as about, c.what, c.how, c.lead, c.by_on, c.progress,
       c.board_id is not null or exists (select from tenant.action_link l
                where l.tenant_id = c.tenant_id and l.commitment_id = c.commitment_id
                  and l.board_id = p.tenant_id) as with_board
from tenant.plan p
join tenant.commitment c on c.tenant_id = p.agency_id
where p.agency_id = app.party() and p.plan_id = $1::uuid and c.state <> 'withdrawn'
  and (c.board_id is null or c.board_id = p.tenant_id)
  and (app.unit() is null or c.unit_id = app.unit())
order by with_board desc, c.by_on nulls last, c.commitment_id
