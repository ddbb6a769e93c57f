update tenant.contact
set valid_to = greatest($2::date, valid_from)
where tenant_id = app.party() and entry_id = $1 and valid_to is null
