select blob_sha256, scan = 'clean' as clean
from tenant.evidence_blob
where tenant_id = app.source_tenant() and scan not in ('blocked', 'gone')
