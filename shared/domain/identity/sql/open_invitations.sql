select invitation_id, email, name, role, "position", unit_id, standards, invited_at, expires_at,
       mail_refused
from identity.open_invitations()
