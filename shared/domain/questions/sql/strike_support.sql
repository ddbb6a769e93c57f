update tenant.support set struck_at = $2::timestamptz, struck_by = app.person()
where tenant_id = app.party() and support_id = $1::uuid and struck_at is null
