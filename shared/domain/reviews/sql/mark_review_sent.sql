update tenant.review_return set sent_at = $3::timestamptz
where tenant_id = app.party() and review_id = $1::uuid and return_id = $2::uuid and sent_at is null
