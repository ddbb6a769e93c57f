update tenant.promise
set by_on = $3, by_whom = normalize($4::text), made_by = app.person(), made_at = now(),
    kept_at = null
where tenant_id = app.party() and request_id = $1 and box_no = $2
