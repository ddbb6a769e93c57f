select party_name, party_kind, invited_by, name, email, role, "position", is_known, has_password
from identity.read_colleague_invitation($1)
