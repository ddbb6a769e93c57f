with first as (
  select * from tenant.submission
   where tenant_id = bench.agency($1::int) and submission_id = $3::uuid),
made as (
  insert into tenant.submission
    (tenant_id, submission_id, unit_id, framework_code, framework_version, snapshot_hash, authorised_name,
     authorised_position, statement, authorised_by, submitted_at)
  select tenant_id, $2::uuid, unit_id, framework_code, framework_version, snapshot_hash, authorised_name,
         authorised_position, statement, authorised_by, now()
    from first),
answers as (
  insert into tenant.submission_answer
    (tenant_id, submission_id, requirement_code, answer_version, level, na_reason, modification_reason,
     confirmed_by, confirmed_on)
  select a.tenant_id, $2::uuid, a.requirement_code, a.answer_version, a.level, a.na_reason, a.modification_reason,
         a.confirmed_by, a.confirmed_on
    from tenant.submission_answer a join first using (tenant_id, submission_id)),
texts as (
  insert into tenant.submission_text (tenant_id, submission_id, requirement_code, role, facet_key, text)
  select t.tenant_id, $2::uuid, t.requirement_code, t.role, t.facet_key, t.text
    from tenant.submission_text t join first using (tenant_id, submission_id)),
trail as (
  insert into tenant.audit_entry (tenant_id, person_id, role, what, subject_kind, subject_ref, facts)
  select tenant_id, authorised_by, 'authoriser', 'return.submitted', 'submission', $2::text, '{}' from first)
insert into tenant.idempotency (tenant_id, key, route, body_sha256, answer)
select tenant_id, 'bench-straight-' || $2, 'bench', sha256('bench'), '{}' from first
