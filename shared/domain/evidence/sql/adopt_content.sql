insert into tenant.evidence_blob
  (tenant_id, blob_sha256, size_bytes, media_type, scan, stored_at, leaving_at)
values (app.party(), $1::bytea, $2, 'application/octet-stream', 'leaving', $3, $3)
on conflict on constraint evidence_blob_key do nothing
returning blob_id
