update tenant.evidence_blob
set scan = 'gone'
where tenant_id = app.party() and blob_sha256 = $1::bytea and scan = 'leaving'
