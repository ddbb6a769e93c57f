update tenant.remark
set settled_by = app.person(), settled_at = $2
where tenant_id = app.party() and remark_id = $1 and settled_at is null
