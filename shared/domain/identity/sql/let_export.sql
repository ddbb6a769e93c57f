insert into tenant.export_right (tenant_id, person_id, granted_at)
values (app.party(), $1::uuid, $2::timestamptz)
