update tenant.unit set name = normalize($2::text)
where tenant_id = app.party() and unit_id = $1
