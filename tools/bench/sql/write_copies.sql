with version as (
  insert into tenant.return_version
    (tenant_id, return_id, version_no, agency_id, template_code, template_version, framework_code,
     framework_version, mapping_version, hash, receipt_code, delivered_at, box_count)
  select $1::uuid, $2::uuid, $3::int, agency_id, template_code, template_version, framework_code, framework_version,
         mapping_version, hash, 'bench-' || $2::uuid || '-' || $3::int, now(), box_count
    from tenant.return_version where tenant_id = $1::uuid and return_id = $2::uuid and version_no = 1
  returning agency_id),
boxes as (
  insert into tenant.return_box
    (tenant_id, return_id, version_no, box_no, position, agency_id, text, state, digest, salt)
  select $1::uuid, $2::uuid, $3::int, b.box_no, b.position, $4::uuid, b.text, b.state, b.digest, b.salt
    from unnest($5::text[], $6::text[], $7::text[], $8::bytea[], $9::bytea[])
         with ordinality as b (box_no, text, state, digest, salt, position)),
sources as (
  insert into tenant.box_source
    (tenant_id, return_id, version_no, box_no, source_no, agency_id, kind, requirement_code,
     answer_version, rule)
  select $1::uuid, $2::uuid, $3::int, s.box_no, s.source_no, $4::uuid, s.kind, s.requirement_code, s.answer_version, s.rule
    from unnest($10::text[], $11::text[], $12::text[], $13::int[], $14::text[])
         with ordinality as s (box_no, kind, requirement_code, answer_version, rule, source_no)),
signed as (
  insert into tenant.sign_off (tenant_id, return_id, version_no, party_role, agency_id, name, position, at)
  values ($1::uuid, $2::uuid, $3::int, 'agency', $4::uuid, 'Bench', 'Bench', now())),
receipt as (
  insert into directory.receipt (code_hash, board_id, board_name, received_on, version_no, return_hash)
  values (sha256(convert_to('bench-' || $2::uuid || '-' || $3::int, 'UTF8')), $1::uuid, 'Bench', now()::date, $3::int,
          sha256('bench'))),
trail as (
  insert into tenant.audit_entry (tenant_id, role, job_id, what, subject_kind, subject_ref, facts)
  values ($1::uuid, 'job', gen_random_uuid(), 'return.delivered', 'return', ($2::uuid)::text, '{}')),
job as (
  insert into jobs.job (kind, scope, party_id, source_tenant, source_ref, target_ref, state, ended_at)
  values ('deliver', 'delivery', $1::uuid, $4::uuid, gen_random_uuid(), gen_random_uuid(), 'done', now())),
frozen as (
  insert into tenant.submission_box
    (tenant_id, submission_id, board_id, line_no, request_id, kind, box_no, requirement_code, role, subject,
     text, level, point, na_reason, reason, by_on, chosen_by, source_version)
  select b.tenant_id, $15::uuid, b.board_id, b.line_no, b.request_id, b.kind, b.box_no, b.requirement_code, b.role,
         b.subject, b.text, b.level, b.point, b.na_reason, b.reason, b.by_on, b.chosen_by, b.source_version
    from tenant.submission_box b
   where b.tenant_id = $4::uuid and b.submission_id = $16::uuid and b.board_id = $1::uuid),
delivery as (
  insert into tenant.delivery
    (tenant_id, submission_id, request_id, board_id, way, template_code, template_version, framework_code,
     framework_version, mapping_version, state, result_hash, return_id, version_no, delivered_at)
  select d.tenant_id, $15::uuid, d.request_id, d.board_id, d.way, d.template_code, d.template_version,
         d.framework_code, d.framework_version, d.mapping_version, 'delivered', d.result_hash, $2::uuid, $3::int, now()
    from tenant.delivery d
   where d.tenant_id = $4::uuid and d.submission_id = $16::uuid and d.board_id = $1::uuid)
update tenant.return set received_at = now() where tenant_id = $1::uuid and return_id = $2::uuid
