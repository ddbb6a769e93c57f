update tenant.merged_answer
set settled_by = app.person(), settled_at = now()
where tenant_id = app.party() and merged_id = $1 and settled_at is null
returning merged_id
