with changed as (
  update tenant.evidence
  set title = normalize($2::text), kept_where = normalize($3::text), effective_on = $4,
      expires_on = $5, received_at = $6, names_reason = $7, version = version + 1
  where tenant_id = app.party() and evidence_id = $1 and withdrawn_at is null
  returning *),
kept as (
  insert into tenant.evidence_version
    (tenant_id, evidence_id, version, title, blob_sha256, file_name, media_type, size_bytes,
     kept_where, effective_on, expires_on, names_reason, saved_by, saved_at)
  select tenant_id, evidence_id, version, title, blob_sha256, file_name, media_type, size_bytes,
         kept_where, effective_on, expires_on, names_reason, app.person(),
         coalesce($8, now())
  from changed)
select evidence_id
from changed
