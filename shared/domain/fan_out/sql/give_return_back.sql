update tenant.return
set state = 'returned', back_by = $3::date
where tenant_id = app.party() and return_id = $1::uuid and latest_version = $2::int
