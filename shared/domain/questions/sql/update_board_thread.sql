update tenant.thread
set waits_for = $2, waiting_since = $3::timestamptz, messages = $4::int, last_at = $5::timestamptz,
    written_by = app.person()
where tenant_id = app.party() and thread_id = $1::uuid
