update tenant.unit set left_on = $2
where tenant_id = app.party() and unit_id = $1
