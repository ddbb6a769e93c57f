update tenant.guidance set latest_version = $2::int
where tenant_id = app.party() and guidance_id = $1::uuid
