insert into tenant.contact (tenant_id, entry_id, name, position, email, valid_from)
values (app.party(), $1, normalize($2::text), normalize($3::text), $4, $5)
