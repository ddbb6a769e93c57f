update tenant.report_version
set state = 'finished', saves = saves + 1, finished_by = app.person(), finished_at = $3::timestamptz,
  check_value = sha256(convert_to($4::text, 'UTF8'))
where tenant_id = app.party() and report_id = $1::uuid and version_no = $2::integer and state = 'draft'
