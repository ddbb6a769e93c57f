update tenant.return
set state = $3
where tenant_id = app.party() and return_id = $1::uuid and latest_version = $2::int
