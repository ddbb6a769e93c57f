update tenant.guidance set withdrawn_at = $2::timestamptz, withdrawn_by = app.person()
where tenant_id = app.party() and guidance_id = $1::uuid and withdrawn_at is null
