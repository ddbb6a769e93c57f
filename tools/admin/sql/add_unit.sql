insert into tenant.unit (tenant_id, unit_id, parent_unit_id, organisation_id, name)
values (app.party(), $1::uuid, $2::uuid, $3::uuid, $4)
on conflict do nothing
