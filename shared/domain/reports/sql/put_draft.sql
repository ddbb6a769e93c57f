update tenant.report_draft
set subtitle = normalize($3::text), drafted = $4::jsonb, facts = $5::jsonb, drafted_at = $6::timestamptz,
  saves = saves + 1, holds_words = false
where tenant_id = app.party() and report_id = $1::uuid and version_no = $2::integer
