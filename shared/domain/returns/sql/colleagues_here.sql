select person_id, person_name, role, "position"
from identity.colleagues()
where is_current and (unit_id is null or unit_id = $1)
order by person_name, role
