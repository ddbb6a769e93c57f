insert into tenant.support (tenant_id, support_id, kind, on_date, who, notes, made_at)
values (app.party(), $1::uuid, $2, $3::date, $4, normalize($5::text), $6::timestamptz)
on conflict do nothing
