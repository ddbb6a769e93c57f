select distinct on (c.person_name, c.person_id) c.person_id, c.person_name, c.position
from identity.colleagues() c
where c.is_current and c.role in ('member', 'reviewer')
order by c.person_name, c.person_id
