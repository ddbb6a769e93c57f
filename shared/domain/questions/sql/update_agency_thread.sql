update tenant.thread
set waits_for = $3, waiting_since = $4::timestamptz, messages = $5::int, last_at = $6::timestamptz
where tenant_id = $1::uuid and agency_id = app.party() and thread_id = $2::uuid
