select person_id, person_name, membership_id
from identity.session_info($1)
