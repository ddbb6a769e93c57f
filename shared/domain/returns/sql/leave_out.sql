update tenant.request
set left_out = $2
where tenant_id = app.party() and request_id = $1
