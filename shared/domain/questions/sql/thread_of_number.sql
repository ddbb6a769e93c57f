select md5(app.party()::text || ' ' || $1::uuid || ' ' || $2::uuid)::uuid as thread
