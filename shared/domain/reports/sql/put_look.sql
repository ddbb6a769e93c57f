insert into tenant.report_look as k (tenant_id, name, colour, logo, logo_type, changed_by, changed_at)
values (app.party(), normalize($1::text), $2::text, $3::bytea, $4::text, app.person(), $6::timestamptz)
on conflict on constraint report_look_key do update
set name = excluded.name, colour = excluded.colour, logo = excluded.logo, logo_type = excluded.logo_type,
  version = k.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at
where k.version = $5::integer
