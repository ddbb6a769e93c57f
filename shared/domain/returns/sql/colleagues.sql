select distinct person_id, person_name
from identity.colleagues()
