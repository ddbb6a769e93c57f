insert into tenant.report_sign_off
  (tenant_id, report_id, version_no, sign_no, role, name, signed_on, noted_at)
values (app.party(), $1::uuid, $2::integer, $3::integer, normalize($4::text), normalize($5::text), $6::date,
  $7::timestamptz)
