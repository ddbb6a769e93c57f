update tenant.chase_pause
set ended_by = $2, ended_at = $3
where tenant_id = app.party() and pause_id = $1 and ended_at is null
