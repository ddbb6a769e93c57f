update tenant.evidence_blob
set scan = 'leaving', leaving_at = $3
where tenant_id = app.party() and blob_sha256 = $1::bytea and scan = 'clean'
  and app.is_unused_content(blob_sha256, $2)
returning blob_id
