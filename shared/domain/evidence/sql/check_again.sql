update tenant.evidence_blob
set scan = 'pending', found = null, scanned_at = null, leaving_at = null
where tenant_id = app.party() and blob_sha256 = $1::bytea
  and scan in ('blocked', 'leaving', 'gone')
returning blob_id
