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
  values ('deliver', 'delivery', $1::uuid, $4::uuid, gen_random_uuid(), gen_random_uuid(), 'done', now()))
update tenant.return set received_at = now() where tenant_id = $1::uuid and return_id = $2::uuid
