select blob_id
from tenant.evidence_blob
where tenant_id = app.party() and blob_sha256 = $1::bytea and scan = 'blocked'
for update
