insert into tenant.lead_officer (tenant_id, unit_id, board_id, name, position, telephone, email)
values (app.party(), $1::uuid, $2::uuid, $3, $4, $5, $6)
on conflict do nothing
