select membership_id, person_id, person_name, email, role, "position", unit_id, standards, from_at,
       to_at
from identity.colleague_list()
