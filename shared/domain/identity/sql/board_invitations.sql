select invitation_id, email, name, role, "position", invited_at, expires_at, mail_refused
from identity.board_invitations()
