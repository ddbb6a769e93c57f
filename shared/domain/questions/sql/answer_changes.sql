update tenant.thread t
set waits_for = 'answered', waiting_since = null
where t.tenant_id = app.party() and t.thread_id = any ($1::uuid[]) and t.waits_for = 'agency'
