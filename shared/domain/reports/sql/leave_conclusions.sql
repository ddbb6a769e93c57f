update tenant.report_conclusion
set left_at = $2::timestamptz
where tenant_id = app.party() and report_id = $1::uuid and left_at is null
