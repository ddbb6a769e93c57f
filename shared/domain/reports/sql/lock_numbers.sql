select pg_advisory_xact_lock(hashtextextended('report ' || app.party()::text, 0)) is null as locked
