with open as (
  select q.tenant_id, q.request_id, q.due_on, q.state, q.left_out
  from tenant.request q
  left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  where q.tenant_id = app.party() and q.entry_id = $1 and q.state = 'open'
    and (r.return_id is null or r.state = 'returned')
  order by q.request_id
  for no key update of q),
noted as (
  insert into tenant.request_change
    (tenant_id, request_id, change_no, was_due_on, was_state, due_on, state, was_left_out, left_out,
     changed_by, changed_at)
  select o.tenant_id, o.request_id,
         1 + (select count(*) from tenant.request_change c
              where c.tenant_id = o.tenant_id and c.request_id = o.request_id),
         o.due_on, o.state, o.due_on, $2::text, o.left_out, $3::text, app.person(), $4::timestamptz
  from open o
  where o.state <> $2::text or o.left_out is distinct from $3::text)
update tenant.request q
set state = $2::text, left_out = $3::text
from open o
where q.tenant_id = o.tenant_id and q.request_id = o.request_id
returning q.request_id
