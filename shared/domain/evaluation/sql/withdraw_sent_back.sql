update tenant.sent_back
set withdrawn_by = app.person(), withdrawn_at = $3::timestamptz
where tenant_id = app.party() and return_id = $1::uuid and version_no = $2::int
  and withdrawn_at is null
