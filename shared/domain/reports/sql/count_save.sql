update tenant.report_draft
set saves = saves + 1
where tenant_id = app.party() and report_id = $1::uuid and version_no = $2::integer
