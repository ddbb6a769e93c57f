update tenant.plan set withdrawn_at = $2::timestamptz
where tenant_id = app.party() and plan_id = $1::uuid and withdrawn_at is null and ratified_on is null
