select count(*)::int as n from tenant.thread t where t.agency_id = app.party() and t.waits_for = 'agency'
