select blob_sha256
from tenant.evidence_blob
where tenant_id = app.party() and scan = 'clean' and stored_at <= $1
  and app.is_unused_content(blob_sha256, $1)
order by blob_sha256
for update
