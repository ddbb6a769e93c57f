insert into tenant.report_conclusion
  (tenant_id, report_id, kind, of_report, of_version, of_number, organisation, words, lifted_at)
values (app.party(), $1::uuid, $2::text, $3::uuid, $4::integer, $5::integer, normalize($6::text),
  normalize($7::text), $8::timestamptz)
on conflict on constraint report_conclusion_key do update set left_at = null
