update tenant.evidence
set withdrawn_at = coalesce($2, now())
where tenant_id = app.party() and evidence_id = $1 and withdrawn_at is null
