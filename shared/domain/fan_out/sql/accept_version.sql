update tenant.return_version
set accepted_at = $3::timestamptz, accepted_by = app.person()
where tenant_id = app.party() and return_id = $1::uuid and version_no = $2::int
  and accepted_at is null
