insert into tenant.unit (tenant_id, unit_id, parent_unit_id, name)
values (app.party(), $1, app.party(), normalize($2::text))
