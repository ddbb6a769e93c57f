update tenant.evaluation_task
set ended_by = app.person(), ended_at = $3::timestamptz
where tenant_id = app.party() and return_id = $1::uuid and section = $2 and ended_at is null
