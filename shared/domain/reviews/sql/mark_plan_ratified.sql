update tenant.plan
set ratified_by = normalize($2::text), ratified_on = $3::date, minute_ref = normalize($4::text)
where tenant_id = app.party() and plan_id = $1::uuid
