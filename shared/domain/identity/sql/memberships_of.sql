select membership_id, party_id, party_kind, party_name, unit_id, role, "position"
from identity.memberships_of($1)
