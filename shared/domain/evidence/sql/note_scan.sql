update tenant.evidence_blob
set scan = $1, found = $2, scanned_at = now()
where tenant_id = app.party() and blob_id = app.source_ref() and scan = 'pending'
