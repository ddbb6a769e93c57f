update tenant.return
set state = 'acknowledged'
where tenant_id = app.party() and return_id = $1::uuid and state = 'received'
