update tenant.request
set left_out = normalize($2::text)
where tenant_id = app.party() and request_id = $1
