select membership_id, person_id, person_name, email, role, "position", from_at, to_at, has_codes
from identity.board_people()
