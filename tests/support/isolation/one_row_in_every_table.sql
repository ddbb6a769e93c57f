-- As the cluster's superuser: one row in every tenant table, of one agency and of one board that asked it, who
-- are named in the settings rows.*. Again for another pair: what a party has once stays as it is.
set local search_path = tenant, pg_catalog;
do $$
declare
  a uuid := current_setting('rows.agency');
  b uuid := current_setting('rows.board');
  b1 uuid := current_setting('rows.borrower');
  q uuid := current_setting('rows.request');
  lead uuid := current_setting('rows.lead');
  manager uuid := current_setting('rows.manager');
  id uuid := current_setting('rows.id');
  -- Drawn as all ids are, from what it belongs to.
  pack uuid := overlay(overlay(md5(id::text) placing '4' from 13) placing '8' from 17);
begin
  insert into answer (tenant_id, unit_id, requirement_code, level, saved_by) values (a, a, 'C1', 2, lead)
    on conflict do nothing;
  insert into answer_text (tenant_id, unit_id, requirement_code, role, text)
    values (a, a, 'C1', 'describes', 'Secret of agency one') on conflict do nothing;
  insert into answer_part (tenant_id, unit_id, requirement_code, facet_code, low, high)
    values (a, a, 'C1', '1a', 2, 4) on conflict do nothing;
  insert into answer_version (tenant_id, unit_id, requirement_code, version, mode, confirmed, saved_by)
    values (a, a, 'C1', 1, 'own', false, lead) on conflict do nothing;
  insert into unit (tenant_id, unit_id, parent_unit_id, name) values (a, id, a, 'Centre');
  insert into answer (tenant_id, unit_id, requirement_code, mode, inherited_version, saved_by)
    values (a, id, 'C1', 'inherits', 1, lead);
  insert into inherited_answer (tenant_id, unit_id, requirement_code, from_unit_id, from_version)
    values (a, id, 'C1', a, 1);
  insert into common_box (tenant_id, unit_id, board_id, template_code, box_no, text, saved_by)
    values (a, a, b, 't2', '1.1', 'Common', lead);
  insert into common_box_version (tenant_id, unit_id, board_id, template_code, box_no, version, text, saved_by)
    values (a, a, b, 't2', '1.1', 1, 'Common', lead);
  insert into assignment (tenant_id, unit_id, place_kind, place, person_id, given_by)
    values (a, a, 'standard', '1', lead, lead) on conflict do nothing;
  insert into remark (tenant_id, unit_id, place_kind, place, text, by_person)
    values (a, a, 'question', 'C1', 'Between ourselves', lead);
  insert into merged_answer (tenant_id, unit_id, kind, requirement_code, version, describes, from_room)
    values (a, a, 'answer', 'C1', 1, 'Of the other room', 'Other');
  insert into presence (tenant_id, person_id, unit_id, place_kind, place) values (a, lead, a, 'question', 'C1')
    on conflict do nothing;
  insert into board_answer (tenant_id, unit_id, board_id, requirement_code, describes, saved_by)
    values (a, a, b, 'L1', 'Only for board two', lead);
  insert into board_answer_version
    (tenant_id, unit_id, board_id, requirement_code, version, describes, knows, improve, saved_by)
    values (a, a, b, 'L1', 1, 'Only for board two', '', '', lead);
  insert into board_box (tenant_id, unit_id, request_id, board_id, box_no, kind, text, saved_by)
    values (a, a, q, b, '1.1', 'direct', 'Direct', lead);
  insert into inherited_box (tenant_id, unit_id, request_id, box_no, from_unit_id, from_version)
    values (a, a, q, '1.1', id, 1);
  insert into board_box_version (tenant_id, unit_id, request_id, board_id, box_no, kind, version, text, saved_by)
    values (a, a, q, b, '1.1', 'direct', 1, 'Direct', lead);
  insert into explanation (tenant_id, unit_id, request_id, board_id, rule, text, by_person)
    values (a, a, q, b, 'names-a-board', 'It is right', lead);
  insert into promise (tenant_id, unit_id, request_id, board_id, box_no, by_on, by_whom, made_by)
    values (a, a, q, b, '1.1', '2027-05-01', 'Somebody', lead);
  insert into lead_officer (tenant_id, unit_id, board_id, name) values (a, a, b, 'Somebody');
  insert into evidence_blob (tenant_id, blob_sha256, size_bytes, media_type)
    values (a, sha256('f'), 1, 'application/pdf') on conflict do nothing;
  insert into evidence (tenant_id, evidence_id, title, kept_where) values (a, id, 'Policy', 'Room 2');
  insert into evidence_version (tenant_id, evidence_id, version, title, kept_where, saved_by)
    values (a, id, 1, 'Policy', 'Room 2', lead);
  insert into citation (tenant_id, evidence_id, unit_id, requirement_code, cited_by)
    values (a, id, a, 'C1', lead);
  insert into evidence_grant (tenant_id, evidence_id, board_id, granted_by) values (a, id, b, lead);
  insert into commitment (tenant_id, commitment_id, unit_id, what, saved_by) values (a, id, a, 'Do it', lead);
  insert into evidence_reminder (tenant_id, evidence_id, expires_on, stage)
    values (a, id, '2027-05-01', 'soon');
  insert into unit_record (tenant_id, unit_id, record_sha256, body, brought_by)
    values (a, a, sha256('r'), '{}', lead) on conflict do nothing;
  insert into commitment_version (tenant_id, commitment_id, version, what, how, lead, area, change, progress,
    evidence, risks, state, saved_by) values (a, id, 1, 'Do it', '', '', '', '', '', '', '', 'open', lead);
  insert into commitment_subject (tenant_id, commitment_id, requirement_code) values (a, id, 'C1');
  insert into submission (tenant_id, submission_id, unit_id, framework_code, framework_version,
    snapshot_hash, authorised_name, authorised_position, statement, authorised_by)
    values (a, id, a, 'f1', 1, sha256('s'), 'A', 'B', 'C', lead);
  insert into submission_answer (tenant_id, submission_id, requirement_code, answer_version)
    values (a, id, 'C1', 1);
  insert into submission_text (tenant_id, submission_id, requirement_code, role, text)
    values (a, id, 'C1', 'describes', 'Secret of agency one');
  insert into submission_part (tenant_id, submission_id, requirement_code, facet_code, low, high)
    values (a, id, 'C1', '1a', 2, 4);
  insert into submission_commitment (tenant_id, submission_id, commitment_id, commitment_version, what, how,
    lead, area, change, progress, evidence, risks) values (a, id, id, 1, 'Do it', '', '', '', '', '', '', '');
  insert into submission_commitment_subject (tenant_id, submission_id, commitment_id, subject_no,
    requirement_code) values (a, id, id, 1, 'C1');
  insert into submission_box (tenant_id, submission_id, board_id, line_no, kind) values (a, id, b, 1, 'local');
  insert into submission_evidence (tenant_id, submission_id, board_id, line_no, evidence_id,
    evidence_version, title, kept_where) values (a, id, b, 1, id, 1, 'Policy', 'Room 2');
  insert into idempotency (tenant_id, key, route, body_sha256) values (a, 'key', '/submit', sha256('b'))
    on conflict do nothing;
  insert into delivery (tenant_id, submission_id, request_id, board_id, way, template_code, template_version)
    values (a, id, q, b, 'canonical', 't2', 1);

  insert into register_entry (tenant_id, entry_id, name, agency_id, type, from_on)
    values (b, id, 'Agency one', a, 'police', '2027-01-01');
  insert into entry_type (tenant_id, type, words, changed_by, changed_at)
    values (b, 'circus', 'Circus', manager, now()) on conflict do nothing;
  insert into register_change (tenant_id, entry_id, change_no, what, was_name, name, changed_by, changed_at)
    values (b, id, 1, 'added', 'Agency one', 'Agency one', manager, now());
  insert into request_progress (tenant_id, request_id, agency_id, questions, drafted, confirmed, counted_at)
    values (b, q, a, 60, 1, 2, now()) on conflict do nothing;
  insert into return (tenant_id, return_id, request_id, agency_id, origin) values (b, id, q, a, 'fan_out');
  insert into return_version (tenant_id, return_id, version_no, agency_id, submission_id, template_code,
    template_version, hash, receipt_code) values (b, id, 1, a, id, 't2', 1, sha256('h'), 'code');
  insert into return_box (tenant_id, return_id, version_no, box_no, position, agency_id, text, state, digest,
    salt) values (b, id, 1, '1.1', 1, a, 'Text', 'text', sha256('d'), uuid_send(id));
  insert into box_source (tenant_id, return_id, version_no, box_no, source_no, agency_id, kind, rule)
    values (b, id, 1, '1.1', 1, a, 'rule', 'less');
  insert into return_evidence (tenant_id, return_id, version_no, evidence_no, agency_id, evidence_id,
    evidence_version, title, kept_where) values (b, id, 1, 1, a, id, 1, 'Policy', 'Room 2');
  insert into return_evidence_ask (tenant_id, agency_id, return_id, version_no, evidence_no, asked_by)
    values (b, a, id, 1, 1, manager);
  insert into return_opening (tenant_id, agency_id, return_id, version_no, what, role, opened_by)
    values (b, a, id, 1, 'return', 'manager', manager);
  insert into return_evidence_opening (tenant_id, agency_id, return_id, version_no, evidence_no, opened_by)
    values (b, a, id, 1, 1, manager);
  insert into sign_off (tenant_id, return_id, version_no, party_role, agency_id, name, position, at)
    values (b, id, 1, 'agency', a, 'A', 'B', now());
  insert into return_level (tenant_id, return_id, version_no, requirement_code, level)
    values (b, id, 1, 'C1', 2);
  insert into rollup (tenant_id, period, requirement_code, level, n) values (b, '2027', 'C1', 2, 1)
    on conflict do nothing;
  insert into evaluation (tenant_id, evaluation_id, return_id, version_no, started_by)
    values (b, id, id, 1, manager);
  insert into evaluation_box (tenant_id, evaluation_id, box_no, version, grade, by_person)
    values (b, id, '1.1', 1, '2', manager);
  insert into evaluation_release (tenant_id, evaluation_id, agency_id, return_id, version_no, body, hash,
    released_by) values (b, id, a, id, 1, '{}', sha256('e'), manager);
  insert into evaluation_look (tenant_id, evaluation_id, look_no, sent_by, sent_at)
    values (b, id, 1, manager, now());
  insert into evaluation_task (tenant_id, return_id, person_id, given_by, given_at)
    values (b, id, manager, manager, now());
  insert into evaluation_presence (tenant_id, person_id, evaluation_id, box_no, seen_at)
    values (b, manager, id, '1.1', now()) on conflict do nothing;
  insert into evaluation_setting (tenant_id, changed_by, changed_at) values (b, manager, now())
    on conflict do nothing;
  insert into evaluator_setting (tenant_id, person_id) values (b, manager) on conflict do nothing;
  insert into sent_back (tenant_id, return_id, round_no, agency_id, version_no, due_on, asked_by, asked_at)
    values (b, id, 1, a, 1, '2027-05-01', manager, now());
  insert into sent_back_item (tenant_id, return_id, round_no, box_no, position, agency_id, title, words)
    values (b, id, 1, '1.1', 1, a, '1.1', 'Say more');
  insert into action (tenant_id, action_id, agency_id, source_kind, what, scheme)
    values (b, id, a, 'commitment', 'Do it', 'RAG');
  insert into action_status (tenant_id, action_id, status_no, agency_id, kind, by_name)
    values (b, id, 1, a, 'progress', 'Somebody');
  insert into action_link (tenant_id, commitment_id, board_id, action_id) values (a, id, b, id);
  insert into action_evidence (tenant_id, action_id, status_no, evidence_no, agency_id, evidence_id,
    evidence_version, title, kept_where) values (b, id, 1, 1, a, id, 1, 'Calendar', 'Room 2');
  insert into action_evidence_opening (tenant_id, agency_id, action_id, status_no, evidence_no, role, opened_by,
    opened_at) values (b, a, id, 1, 1, 'manager', manager, now());
  insert into progress_report (tenant_id, report_id, unit_id, commitment_id, said, text, by_person, by_name, at)
    values (a, id, a, id, 'under_way', 'Half of it', lead, 'Somebody', now());
  insert into progress_report_action (tenant_id, report_id, board_id, action_id) values (a, id, b, id);
  insert into progress_report_evidence (tenant_id, report_id, board_id, line_no, evidence_id, evidence_version,
    title, kept_where) values (a, id, b, 1, id, 1, 'Calendar', 'Room 2');
  insert into contact (tenant_id, entry_id, name, valid_from) values (b, id, 'Somebody', '2027-01-01');
  insert into return_action (tenant_id, return_id, version_no, line_no, agency_id, action_id, is_new, kind, what)
    values (b, id, 1, 1, a, id, true, 'commitment', 'Do it');
  insert into thread (tenant_id, thread_id, agency_id, request_id, begun_by, begun_at, waits_for, waiting_since,
    last_at) values (b, id, a, q, 'agency', now(), 'board', now(), now());
  insert into thread_message (tenant_id, thread_id, message_no, message_id, agency_id, side, kind, words, by_name,
    by_role, at) values (b, id, 1, id, a, 'agency', 'question', 'What is meant?', 'Somebody', 'lead', now());
  insert into thread_message (tenant_id, thread_id, message_no, message_id, agency_id, side, kind, words, by_name,
    by_role, at) values (b, id, 2, b, a, 'board', 'answer', 'This is meant', 'Somebody', 'manager', now())
    on conflict do nothing;
  insert into thread (tenant_id, thread_id, agency_id, request_id, begun_by, begun_at, waits_for, last_at)
    values (b, md5(id || ' of the board')::uuid, a, q, 'board', now(), 'answered', now());
  insert into thread_follower (tenant_id, board_id, thread_id, person_id) values (a, b, id, lead);
  insert into guidance (tenant_id, guidance_id, template_code, template_version, item_code, made_at)
    select b, id, w.template_code, w.template_version, '1.1', now() from request w
     where w.tenant_id = b and w.request_id = q;
  insert into guidance_version (tenant_id, guidance_id, version_no, question, answer, by_name, by_person, at)
    values (b, id, 1, 'Which staff?', 'All of them', 'Somebody', manager, now());
  insert into guidance (tenant_id, guidance_id, template_code, template_version, item_code, made_at, withdrawn_at,
    withdrawn_by) select b, md5(b::text || a::text)::uuid, w.template_code, w.template_version, '1.1', now(), now(), manager from request w
     where w.tenant_id = b and w.request_id = q on conflict do nothing;
  insert into guidance_version (tenant_id, guidance_id, version_no, question, answer, by_name, by_person, at)
    values (b, md5(b::text || a::text)::uuid, 1, 'Which staff?', 'Some of them', 'Somebody', manager, now()) on conflict do nothing;
  insert into support (tenant_id, support_id, kind, on_date, who, made_by, made_at)
    values (b, id, 'visit', '2027-02-01', 'Somebody', manager, now());
  insert into support_organisation (tenant_id, support_id, entry_id) values (b, id, id);
  insert into contact (tenant_id, contact_id, entry_id, agency_id, name, valid_from)
    values (b, id, id, a, 'Somebody', '2027-01-01');
  insert into contact_confirmation (tenant_id, entry_id, agency_id, confirmed_by, confirmed_at)
    values (b, id, a, 'Somebody', now());
  insert into chase_setting (tenant_id, version, is_on, from_minute, until_minute, weekdays, changed_by,
    changed_at) values (b, 1, false, 540, 990, '{1,2,3,4,5}', 'Somebody', now()) on conflict do nothing;
  insert into chase_step (tenant_id, step_id, version, about, days, at_minute, rung, name, subject, body,
    needs_approval, saved_by, saved_at) values (b, id, 1, 'return', -14, 570, 'person', 'Two weeks left',
    'Due on {due}', 'It is due.', false, 'Somebody', now());
  insert into chase_pause (tenant_id, entry_id, paused_by, paused_at) values (b, id, 'Somebody', now());
  insert into chase_decision (tenant_id, step_id, subject_id, due_on, decision_no, what, decided_by, decided_at)
    values (b, id, id, '2027-03-15', 1, 'stop', 'Somebody', now());
  insert into chase_mail (tenant_id, mail_id, on_day, email, name, contact_id, rung, queued_at)
    values (b, id, '2027-03-01', id || '@small.example', 'Somebody', id, 'person', now());
  insert into chase_item (tenant_id, mail_id, item_no, step_id, step_version, about, subject_id, entry_id,
                          due_on)
    values (b, id, 1, id, 1, 'return', id, id, '2027-03-15');
  insert into asking (tenant_id, asking_id, entry_id, audit_id, asked_by, asked_at)
    select b, id, id, w.audit_id, manager, now() from request w where w.tenant_id = b and w.request_id = q;
  insert into request_change (tenant_id, request_id, change_no, was_due_on, was_state, due_on, state,
    changed_by, changed_at)
    select b, w.request_id, 1, w.due_on, 'open', w.due_on + 1, 'open', manager, now() from request w
     where w.tenant_id = b and w.request_id = q;
  insert into plan (tenant_id, plan_id, title, agency_id, return_id, due_on, asked_by, asked_at)
    values (b, id, 'Plan', a, id, '2027-05-01', manager, now());
  insert into plan_offer (tenant_id, plan_id, offer_no, agency_id, return_id, offered_name, offered_by,
    offered_at) values (b, id, 1, a, id, 'Somebody', lead, now());
  insert into plan_line (tenant_id, plan_id, offer_no, line_no, agency_id, return_id, what)
    values (b, id, 1, 1, a, id, 'Do it');
  insert into plan_answer (tenant_id, plan_id, offer_no, agency_id, return_id, ratified, words, due_on,
    answered_by, answered_at) values (b, id, 1, a, id, false, 'More', '2027-06-01', manager, now());
  insert into return_evidence_decision (tenant_id, ask_id, agency_id, return_id, accepted, decided_by,
    decided_at) select b, k.ask_id, a, id, true, manager, now() from return_evidence_ask k
     where k.tenant_id = b and k.return_id = id;
  insert into evidence_sample (tenant_id, sample_id, return_id, seed, seed_entered, by_percent, amount,
    population, size, drawn_by, drawn_at) values (b, id, id, 'seed', true, false, 1, 1, 1, manager, now());
  insert into evidence_sample_piece (tenant_id, sample_id, return_id, version_no, evidence_no, place, drawn)
    values (b, id, id, 1, 1, 1, true);
  insert into evidence_sample_result (tenant_id, sample_id, return_id, evidence_no, result_no, outcome,
    by_person, at) values (b, id, id, 1, 1, 'supports', manager, now());
  insert into review (tenant_id, review_id, person_id, home, from_on, until_on, invited_by, invited_at)
    values (b, id, manager, 'Elsewhere',
            '2027-01-01', '2027-12-31', manager, now());
  insert into review_return (tenant_id, review_id, return_id, version_no, agency_id, organisation, title,
    template_code, template_version, sent_at) values (b, id, id, 1, a, 'Agency one', 'Wave', 't2', 1, now());
  insert into review_note (tenant_id, review_id, return_id, item, version, comment, at)
    values (b, id, id, '1.1', 1, 'Well said', now());
  insert into report (tenant_id, report_id, report_no, kind, return_id, title, about, made_by, made_at)
    select b, id, coalesce(max(r.report_no), 0) + 1, 'organisation', id, 'Report', 'Somebody', manager, now()
      from report r where r.tenant_id = b;
  insert into report (tenant_id, report_id, report_no, kind, audit_id, title, about, made_by, made_at)
    select b, pack, (select max(r.report_no) + 1 from report r where r.tenant_id = b), 'pack', w.audit_id, 'Pack', 'Wave', manager, now() from request w
     where w.tenant_id = b and w.request_id = q;
  insert into report_paper (tenant_id, report_id, position, paper_id)
    values (b, pack, 1, id);
  insert into report_return (tenant_id, report_id, position, return_id)
    values (b, pack, 1, id);
  insert into report_version (tenant_id, report_id, version_no, begun_by, begun_at)
    values (b, id, 1, manager, now()), (b, id, 2, manager, now());
  -- What is finished takes no words any more: the draft is the version after it.
  insert into report_draft (tenant_id, report_id, version_no, drafted, facts, drafted_at)
    values (b, id, 2, '[]', '[]', now());
  insert into report_section (tenant_id, report_id, version_no, section_key, save_no, words, by_person, at)
    values (b, id, 2, 'summary', 1, 'Well done', manager, now());
  insert into report_finish (tenant_id, report_id, version_no, finished_by, finished_at, check_value)
    values (b, id, 1, manager, now(), sha256('c'));
  insert into report_sign_off (tenant_id, report_id, version_no, sign_no, role, name, signed_on, noted_by,
    noted_at) values (b, id, 1, 1, 'Chair', 'Somebody', current_date, manager, now());
  insert into report_conclusion (tenant_id, report_id, kind, of_report, of_version, of_number, organisation,
    words, lifted_by, lifted_at) values (b, pack, 'conclusion', id, 1, 1, 'Somebody', 'Good',
    manager, now());
  insert into report_file (tenant_id, report_id, version_no, format, file_id, of_saves, asked_by, asked_at)
    values (b, id, 1, 'pdf', id, 0, manager, now());
  insert into return_paper (tenant_id, board_id, request_id, version_no, kind, with_sources, format, file_id,
    asked_by, asked_at) values (b, b, q, 1, 'filled', false, 'pdf', id, manager, now());
  insert into return_paper (tenant_id, board_id, request_id, version_no, kind, with_sources, format, file_id,
    asked_by, asked_at) values (a, b, q, 1, 'filled', false, 'pdf', id, lead, now());
  -- An agency reads that of whoever asked it: another's must be there to be missed.
  insert into report_look (tenant_id, changed_by, changed_at) values (b, manager, now()), (b1, manager, now())
    on conflict do nothing;
  insert into share (tenant_id, share_id, to_party, purpose, from_on, to_on)
    values (b, id, b1, 'Shared inspection', current_date, current_date + 30);
  insert into share_return (tenant_id, share_id, return_id) values (b, id, id);
  insert into sight (tenant_id, to_party, parts, from_on, to_on)
    values (b, b1, array['register', 'figures', 'evaluations', 'actions', 'returns'], current_date,
            current_date + 30) on conflict do nothing;
  insert into export_right (tenant_id, person_id, granted_by, granted_at)
    values (b, manager, manager, now()) on conflict do nothing;
  insert into template_draft (tenant_id, template_code, body, updated_by) values (b, 't3', '{}', manager)
    on conflict do nothing;
  insert into mapping_draft (tenant_id, template_code, template_version, framework_code, framework_version,
    body, updated_by) values (b, 't3', 1, 'f1', 1, '{}', manager) on conflict do nothing;
  insert into audit_entry (tenant_id, person_id, what) values (a, lead, 'x'), (b, manager, 'x');
  insert into audit_seal (tenant_id, chain_no, entry_no, hash)
    select tenant_id, 1, entry_no, sha256('c') from audit_entry where what = 'x' and tenant_id in (a, b)
    on conflict do nothing;
end $$;
