select party_name, invited_by, name, email, role, "position", is_known
from identity.read_colleague_invitation($1)
