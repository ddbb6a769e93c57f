select t.task_id, t.return_id, t.section, t.person_id, coalesce(c.name, '') as person_name,
  coalesce(c.here, false) as here
from tenant.evaluation_task t
left join (
  select n.person_id, max(n.person_name) as name,
    bool_or(n.is_current and n.role in ('manager', 'assistant')) as here
  from identity.colleagues() n group by n.person_id) c on c.person_id = t.person_id
where t.tenant_id = app.party() and t.ended_at is null
  and ($1::uuid is null or t.return_id = $1::uuid)
order by t.return_id, t.section
