update tenant.citation
set removed_at = now()
where tenant_id = app.party() and evidence_id = $1 and unit_id = $2 and requirement_code = $3
  and removed_at is null
