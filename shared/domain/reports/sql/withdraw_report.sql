update tenant.report
set withdrawn_at = $2::timestamptz, withdrawn_by = app.person(), withdrawn_why = normalize($3::text)
where tenant_id = app.party() and report_id = $1::uuid and withdrawn_at is null
