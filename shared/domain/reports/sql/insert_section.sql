insert into tenant.report_section
  (tenant_id, report_id, version_no, section_key, save_no, words, at)
values (app.party(), $1::uuid, $2::integer, $3::text, $4::integer, normalize($5::text), $6::timestamptz)
