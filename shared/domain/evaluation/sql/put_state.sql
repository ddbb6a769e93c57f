update tenant.evaluation
set state = $2, finished_at = $3::timestamptz
where tenant_id = app.party() and evaluation_id = $1::uuid
