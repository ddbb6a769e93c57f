select client_id, name, scopes, issued_by, issued_at, revoked_at, last_token_at, old_secret_ends_at,
       consent_name, consent_position, consent_given_at, consent_ends_at, consent_is_mine
from identity.clients()
