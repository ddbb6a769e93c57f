update tenant.review set ended_by = app.person(), ended_at = $2::timestamptz
where tenant_id = app.party() and review_id = $1::uuid and ended_at is null
