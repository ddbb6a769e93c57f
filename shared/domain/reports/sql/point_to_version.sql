update tenant.report
set latest_version = $2::integer
where tenant_id = app.party() and report_id = $1::uuid
