insert into tenant.evidence as e
  (tenant_id, evidence_id, unit_id, title, blob_sha256, file_name, media_type, size_bytes,
   kept_where, effective_on, received_at, expires_on, names_reason, version)
select app.party(), x.evidence_id, $2::uuid, x.title, x.blob_sha256, x.file_name, x.media_type,
       x.size_bytes, x.kept_where, x.effective_on, x.received_at, x.expires_on, x.names_reason,
       x.version
from jsonb_populate_recordset(null::tenant.evidence, $1::jsonb -> 'evidence') x
on conflict on constraint evidence_key do update
  set title = excluded.title, blob_sha256 = excluded.blob_sha256, file_name = excluded.file_name,
      media_type = excluded.media_type, size_bytes = excluded.size_bytes,
      kept_where = excluded.kept_where, effective_on = excluded.effective_on,
      received_at = excluded.received_at, expires_on = excluded.expires_on,
      names_reason = excluded.names_reason, version = excluded.version
  where e.version < excluded.version
returning evidence_id, expires_on
