select evidence_id
from tenant.evidence
where tenant_id = app.party() and blob_sha256 = $1::bytea and title = normalize($2::text)
  and withdrawn_at is null
order by received_at, evidence_id
limit 1
