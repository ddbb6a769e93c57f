update tenant.export_right
set ended_by = app.person(), ended_at = $2::timestamptz
where tenant_id = app.party() and person_id = $1::uuid and ended_at is null
