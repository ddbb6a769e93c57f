select person_id, min(person_name) as name
from identity.colleagues()
where is_current
group by person_id
order by 2, 1
