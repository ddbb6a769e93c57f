select count(*)::int as n from tenant.thread t where t.tenant_id = app.party() and t.waits_for = 'board'
