select v.version, v.title, v.kept_where, v.blob_sha256, v.file_name, v.media_type, v.size_bytes,
       f.scan, f.found, v.effective_on, v.expires_on, v.saved_at, n.name as saved_by
from tenant.evidence_version v
left join tenant.evidence_blob f
  on f.tenant_id = v.tenant_id and f.blob_sha256 = v.blob_sha256
left join lateral (
  select c.person_name as name from identity.colleagues() c
  where c.person_id = v.saved_by limit 1) n on true
where v.tenant_id = app.party() and v.evidence_id = $1
order by v.version desc
