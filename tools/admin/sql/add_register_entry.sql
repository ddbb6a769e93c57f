insert into tenant.register_entry
  (tenant_id, entry_id, organisation_id, name, agency_id, unit_id, type, own_ref, from_on)
values (app.party(), $1::uuid, $2::uuid, $3, $4::uuid, $5::uuid, $6, $7, $8::date)
on conflict do nothing
