update tenant.assignment
set ended_at = $2
where tenant_id = app.party() and assignment_id = $1 and ended_at is null
