insert into tenant.evidence_version
  (tenant_id, evidence_id, version, title, blob_sha256, file_name, media_type, size_bytes,
   kept_where, effective_on, expires_on, names_reason, saved_by, saved_at)
select tenant_id, evidence_id, version, title, blob_sha256, file_name, media_type, size_bytes,
       kept_where, effective_on, expires_on, names_reason, app.person(), coalesce($2, now())
from tenant.evidence
where tenant_id = app.party() and evidence_id = $1
