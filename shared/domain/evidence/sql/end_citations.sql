update tenant.citation
set removed_at = now()
where tenant_id = app.party() and evidence_id = $1 and unit_id = $2 and removed_at is null
  and requirement_code is not null and requirement_code <> all ($3::text[])
