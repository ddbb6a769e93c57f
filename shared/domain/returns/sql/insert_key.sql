insert into tenant.idempotency (tenant_id, key, route, body_sha256, answer, at)
values (app.party(), $1, $3, $2, $4, $5)
