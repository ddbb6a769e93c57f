with history as (
  insert into tenant.evidence_version
    (tenant_id, evidence_id, version, title, blob_sha256, file_name, media_type, size_bytes,
     kept_where, effective_on, expires_on, names_reason, saved_by, saved_at)
  select app.party(), x.evidence_id, x.version, x.title, x.blob_sha256, x.file_name, x.media_type,
         x.size_bytes, x.kept_where, x.effective_on, x.expires_on, x.names_reason,
         case when x.saved_by = any ($3::uuid[]) then x.saved_by else app.person() end, x.saved_at
  from jsonb_populate_recordset(null::tenant.evidence_version, $1::jsonb -> 'evidence_history') x
  on conflict on constraint evidence_version_key do nothing)
insert into tenant.citation
  (tenant_id, citation_id, evidence_id, unit_id, requirement_code, cited_by, cited_at, removed_at)
select app.party(), x.citation_id, x.evidence_id, $2::uuid, x.requirement_code,
       case when x.cited_by = any ($3::uuid[]) then x.cited_by else app.person() end, x.cited_at,
       x.removed_at
from jsonb_populate_recordset(null::tenant.citation, $1::jsonb -> 'citations') x
on conflict do nothing
