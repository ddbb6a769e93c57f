select tenant_id, blob_sha256, scan
from tenant.evidence_blob
where tenant_id = app.party() and blob_id = app.source_ref()
