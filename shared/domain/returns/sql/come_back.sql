with out as (
  select q.tenant_id, q.request_id, q.due_on, q.state, q.left_out
  from tenant.request q
  where q.tenant_id = app.party() and q.entry_id = $1 and q.state = 'open' and q.left_out = 'closed'
  order by q.request_id
  for no key update),
noted as (
  insert into tenant.request_change
    (tenant_id, request_id, change_no, was_due_on, was_state, due_on, state, was_left_out, left_out,
     changed_by, changed_at)
  select o.tenant_id, o.request_id,
         1 + (select count(*) from tenant.request_change c
              where c.tenant_id = o.tenant_id and c.request_id = o.request_id),
         o.due_on, o.state, o.due_on, o.state, o.left_out, null, app.person(), $2::timestamptz
  from out o)
update tenant.request q
set left_out = null
from out o
where q.tenant_id = o.tenant_id and q.request_id = o.request_id
returning q.request_id
