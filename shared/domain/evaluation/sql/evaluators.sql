select c.person_id, max(c.person_name) as name, min(c.role) as role
from identity.colleagues() c
where c.is_current and c.role in ('manager', 'assistant')
group by c.person_id
order by 2
