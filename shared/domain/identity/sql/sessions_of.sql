select session_id, started_at, expires_at, device, kind, party_name, role, is_this
from identity.sessions_of($1)
