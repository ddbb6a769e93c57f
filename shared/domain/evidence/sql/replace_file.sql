with changed as (
  update tenant.evidence
  set blob_sha256 = $2::bytea, file_name = normalize($3::text), media_type = $4, size_bytes = $5,
      effective_on = coalesce($6, effective_on), received_at = $7,
      expires_on = $8, names_reason = $9, version = version + 1
  where tenant_id = app.party() and evidence_id = $1 and withdrawn_at is null
    and blob_sha256 is distinct from $2::bytea
  returning *),
kept as (
  insert into tenant.evidence_version
    (tenant_id, evidence_id, version, title, blob_sha256, file_name, media_type, size_bytes,
     kept_where, effective_on, expires_on, names_reason, saved_by, saved_at)
  select tenant_id, evidence_id, version, title, blob_sha256, file_name, media_type, size_bytes,
         kept_where, effective_on, expires_on, names_reason, app.person(),
         coalesce($10, now())
  from changed)
select evidence_id
from changed
