select body_sha256 = $2 and route = $3 as same_body, answer
from tenant.idempotency
where tenant_id = app.party() and key = $1
