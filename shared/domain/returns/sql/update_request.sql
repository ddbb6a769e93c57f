update tenant.request
set due_on = $2::date, state = $3::text
where tenant_id = app.party() and request_id = $1
