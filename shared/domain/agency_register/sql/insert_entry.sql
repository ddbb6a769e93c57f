insert into tenant.register_entry (tenant_id, organisation_id, name, type, own_ref, from_on)
values (app.party(), $1, normalize($2::text), $3, normalize($4::text), $5)
returning entry_id
