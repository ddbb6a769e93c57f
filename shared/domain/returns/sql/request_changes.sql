select c.was_due_on, c.due_on, c.state, c.was_left_out, c.left_out, c.reason, c.changed_at, n.person_name as by
from tenant.request_change c
left join (select distinct person_id, person_name from identity.colleagues()) n
  on n.person_id = c.changed_by
where c.tenant_id = app.party() and c.request_id = $1
order by c.change_no desc
