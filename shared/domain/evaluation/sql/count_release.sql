update tenant.evaluation
set state = 'finished', releases = releases + 1, finished_at = $2::timestamptz, summary = $3
where tenant_id = app.party() and evaluation_id = $1::uuid
returning releases
