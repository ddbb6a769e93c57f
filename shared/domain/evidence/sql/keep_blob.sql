insert into tenant.evidence_blob (tenant_id, blob_sha256, size_bytes, media_type, stored_at)
values (app.party(), $1::bytea, $2, $3, coalesce($4, now()))
on conflict on constraint evidence_blob_key do nothing
returning blob_id
