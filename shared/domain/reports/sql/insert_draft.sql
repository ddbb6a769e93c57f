insert into tenant.report_draft
  (tenant_id, report_id, version_no, subtitle, drafted, facts, drafted_at)
values (app.party(), $1::uuid, $2::integer, normalize($3::text), $4::jsonb, $5::jsonb, $6::timestamptz)
