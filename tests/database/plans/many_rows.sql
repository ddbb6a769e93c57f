-- As the cluster's superuser: four hundred more agencies of the two boards, so that a statement which reads
-- other tenants' rows to find its own is seen by its plan. Their ids are a0000000-0000-4000-9000-….
set local search_path = pg_catalog;
create function pg_temp.agency(i bigint) returns uuid language sql immutable
as $$ select ('a0000000-0000-4000-9000-' || lpad(i::text, 12, '0'))::uuid $$;

insert into tenancy.party (party_id, kind) select pg_temp.agency(i), 'agency' from generate_series(1, 400) i;
insert into tenancy.party_profile (party_id, name)
  select pg_temp.agency(i), 'Agency ' || i from generate_series(1, 400) i;
insert into tenancy.connection (board_id, agency_id)
  select ('b0000000-0000-4000-8000-00000000000' || 1 + i % 2)::uuid, pg_temp.agency(i)
    from generate_series(1, 400) i;
insert into catalogue.requirement (requirement_code, framework_code, since_version, standard)
  select 'Q' || i, 'f1', 1, '1' from generate_series(1, 45) i;
insert into tenant.unit (tenant_id, unit_id, name)
  select pg_temp.agency(i), pg_temp.agency(i), 'All' from generate_series(1, 400) i;

create temporary table asked as
  select c.agency_id as a, c.board_id as b, gen_random_uuid() as r,
         (select audit_id from tenant.audit u where u.tenant_id = c.board_id limit 1) as audit,
         'd0000000-0000-4000-8000-000000000001'::uuid as p,
         't' || right(c.board_id::text, 1) as form
    from tenancy.connection c where c.agency_id::text like 'a0000000-0000-4000-9000-%';

insert into tenant.register_entry (tenant_id, name, agency_id, type, from_on)
  select b, 'Agency', a, 'school', '2027-01-01' from asked;
insert into tenant.request (tenant_id, request_id, audit_id, agency_id, unit_id, template_code, template_version,
                            kind, title, period, due_on)
  select b, r, audit, a, a, form, 1, 'section11', 'Wave', '2027', '2027-05-28' from asked;
insert into tenant.answer (tenant_id, unit_id, requirement_code, level, saved_by)
  select a, a, 'Q' || i, 2, p from asked, generate_series(1, 45) i;
insert into tenant.answer_text (tenant_id, unit_id, requirement_code, role, text)
  select a, a, 'Q' || i, 'describes', 'We do.' from asked, generate_series(1, 45) i;
insert into tenant.answer_version (tenant_id, unit_id, requirement_code, version, mode, confirmed, saved_by)
  select a, a, 'Q' || i, 1, 'own', true, p from asked, generate_series(1, 45) i;
insert into tenant.board_answer (tenant_id, unit_id, board_id, requirement_code, saved_by, confirmed_at)
  select a, a, b, 'Q' || i, p, now() from asked, generate_series(1, 10) i;
insert into tenant.board_box (tenant_id, unit_id, request_id, board_id, box_no, kind, saved_by, confirmed_at)
  select a, a, r, b, i::text, 'direct', p, now() from asked, generate_series(1, 20) i;
insert into tenant.explanation (tenant_id, unit_id, request_id, board_id, rule, text, by_person)
  select a, a, r, b, 'rule', 'So it is.', p from asked, generate_series(1, 10) i;
insert into tenant.promise (tenant_id, unit_id, request_id, board_id, box_no, by_on, by_whom, made_by)
  select a, a, r, b, i::text, '2027-05-01', 'Somebody', p from asked, generate_series(1, 10) i;
insert into tenant.evidence (tenant_id, evidence_id, title, kept_where)
  select a, gen_random_uuid(), 'Policy', 'Room 2' from asked, generate_series(1, 10) i;
insert into tenant.evidence_version (tenant_id, evidence_id, version, title, kept_where, saved_by)
  select e.tenant_id, e.evidence_id, 1, 'Policy', 'Room 2', p from tenant.evidence e join asked on a = e.tenant_id;
insert into tenant.citation (tenant_id, evidence_id, unit_id, requirement_code, cited_by)
  select e.tenant_id, e.evidence_id, a, 'Q1', p from tenant.evidence e join asked on a = e.tenant_id;
insert into tenant.evidence_grant (tenant_id, evidence_id, board_id, granted_by)
  select e.tenant_id, e.evidence_id, b, p from tenant.evidence e join asked on a = e.tenant_id;
insert into tenant.commitment (tenant_id, unit_id, what, saved_by)
  select a, a, 'Do it', p from asked, generate_series(1, 10) i;
insert into tenant.commitment_subject (tenant_id, commitment_id, requirement_code)
  select c.tenant_id, c.commitment_id, 'Q1' from tenant.commitment c join asked on a = c.tenant_id;
insert into tenant.submission (tenant_id, submission_id, unit_id, framework_code, framework_version, snapshot_hash,
                               authorised_name, authorised_position, statement, authorised_by)
  select a, a, a, 'f1', 1, sha256('s'), 'A', 'B', 'C', p from asked;
insert into tenant.submission_answer (tenant_id, submission_id, requirement_code, answer_version)
  select a, a, 'Q' || i, 1 from asked, generate_series(1, 45) i;
insert into tenant.submission_text (tenant_id, submission_id, requirement_code, role, text)
  select a, a, 'Q' || i, 'describes', 'We do.' from asked, generate_series(1, 45) i;
insert into tenant.submission_part (tenant_id, submission_id, requirement_code, facet_code, low, high)
  select a, a, 'Q' || i, '1a', 2, 2 from asked, generate_series(1, 10) i;
insert into tenant.submission_box (tenant_id, submission_id, board_id, line_no, kind)
  select a, a, b, i, 'local' from asked, generate_series(1, 20) i;
insert into tenant.submission_evidence (tenant_id, submission_id, board_id, line_no, evidence_id, evidence_version,
                                        title)
  select a, a, b, row_number() over (partition by a), g.evidence_id, 1, 'Policy'
    from tenant.evidence_grant g join asked on a = g.tenant_id;
insert into tenant.submission_commitment (tenant_id, submission_id, commitment_id, commitment_version, what, how,
                                          lead, area, change, progress, evidence, risks)
  select a, a, c.commitment_id, 1, '', '', '', '', '', '', '', ''
    from tenant.commitment c join asked on a = c.tenant_id;
insert into tenant.submission_commitment_subject (tenant_id, submission_id, commitment_id, subject_no)
  select tenant_id, submission_id, commitment_id, 1 from tenant.submission_commitment;
insert into tenant.return (tenant_id, return_id, request_id, agency_id, origin)
  select b, r, r, a, 'fan_out' from asked;
insert into tenant.return_version (tenant_id, return_id, version_no, agency_id, submission_id, template_code,
                                   template_version, hash, receipt_code)
  select b, r, 1, a, a, form, 1, sha256('h'), r from asked;
insert into tenant.return_box (tenant_id, return_id, version_no, box_no, position, agency_id, text, state, digest, salt)
  select b, r, 1, i::text, i, a, 'We do.', 'text', sha256('d'), uuid_send(r) from asked, generate_series(1, 60) i;
insert into tenant.box_source (tenant_id, return_id, version_no, box_no, source_no, agency_id, kind, rule)
  select b, r, 1, i::text, 1, a, 'rule', 'the same' from asked, generate_series(1, 60) i;
insert into tenant.return_evidence (tenant_id, return_id, version_no, evidence_no, agency_id, evidence_id,
                                    evidence_version, title)
  select b, r, 1, i, a, r, 1, 'Policy' from asked, generate_series(1, 10) i;
insert into tenant.sign_off (tenant_id, return_id, version_no, party_role, agency_id, name, position, at)
  select b, r, 1, 'signatory ' || i, a, 'A', 'B', now() from asked, generate_series(1, 10) i;
insert into tenant.action (tenant_id, agency_id, source_kind, return_id, version_no, what, scheme)
  select b, a, 'commitment', r, 1, 'Do it', 'RAG' from asked, generate_series(1, 10) i;
insert into tenant.audit_entry (tenant_id, person_id, what)
  select a, p, 'answer.saved' from asked, generate_series(1, 45) i;
