select q.request_id, a.entry_id, q.title, q.template_code, q.period,
       coalesce(q.parts, '{}') as parts, coalesce(first.was_due_on, q.due_on) as due_on
from tenant.asking a
join tenant.request q on q.tenant_id = a.tenant_id and q.asking_id = a.asking_id
left join lateral (
  select c.was_due_on
  from tenant.request_change c
  where c.tenant_id = q.tenant_id and c.request_id = q.request_id
  order by c.change_no
  limit 1) first on true
where a.tenant_id = app.party() and a.asking_id = $1
order by due_on, q.request_id
