select pg_try_advisory_xact_lock(hashtextextended(app.party()::text || ' ' || $1::text, 0)) as taken
