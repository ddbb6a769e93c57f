select distinct on (c.person_name, c.person_id) c.person_id, c.person_name, c.role
from identity.colleagues() c
where c.is_current
order by c.person_name, c.person_id, c.role
