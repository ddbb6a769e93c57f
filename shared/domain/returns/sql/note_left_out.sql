insert into tenant.request_change
  (tenant_id, request_id, change_no, was_due_on, was_state, due_on, state, was_left_out, left_out,
   reason, changed_by, changed_at)
select q.tenant_id, q.request_id,
       1 + (select count(*) from tenant.request_change c
            where c.tenant_id = q.tenant_id and c.request_id = q.request_id),
       q.due_on, q.state, q.due_on, q.state, q.left_out, $2::text, normalize($3::text),
       app.person(), $4::timestamptz
from tenant.request q
where q.tenant_id = app.party() and q.request_id = $1
