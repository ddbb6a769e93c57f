select blob_sha256
from tenant.evidence_blob
where tenant_id = app.party() and scan = 'blocked'
order by blob_sha256
