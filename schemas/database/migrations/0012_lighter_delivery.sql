-- A key with the submission before the return: a look-up by return and version number can then only
-- take the primary key, and does not walk through every version of a return.
alter table tenant.return_version drop constraint return_version_once_per_submission;
alter table tenant.return_version
  add constraint return_version_once_per_submission unique (tenant_id, submission_id, return_id);

-- "What was sent last for this request" is asked on every page of the agency.
create index delivery_of_request on tenant.delivery (tenant_id, request_id);

-- Writes one board's copy and closes its delivery and its job, or does nothing at all. Everything that
-- every copy has is one statement: starting a statement costs as much as the few rows of the small ones.
create or replace function app.write_delivery(
  p_job_id uuid, p_fence bigint, p_origin text,
  p_result_hash bytea, p_receipt_code text, p_framework_code text, p_framework_version integer,
  p_mapping_version integer, p_counts integer[],
  p_box_nos text[], p_box_texts text[], p_box_points text[], p_box_states text[],
  p_box_na_reasons text[], p_box_digests bytea[], p_box_salts bytea[],
  p_source_boxes text[], p_source_kinds text[], p_source_requirements text[], p_source_items text[],
  p_source_answer_versions integer[], p_source_confirmed_on date[], p_source_rules text[],
  p_source_lows integer[], p_source_highs integer[], p_source_chosen_by text[], p_source_reasons text[],
  p_action_kinds text[], p_action_commitments uuid[], p_action_areas text[], p_action_changes text[],
  p_action_whats text[], p_action_hows text[], p_action_leads text[], p_action_by_on date[], p_action_progress text[],
  p_action_evidence text[], p_action_risks text[], p_action_places text[],
  p_action_scheme text,
  p_evidence_lines integer[], p_evidence_boxes text[],
  p_level_requirements text[], p_levels integer[], p_at timestamptz default null)
returns table (written boolean, return_id uuid, version_no integer, receipt_code text,
               delivered_at timestamptz)
language plpgsql security invoker
as $$
#variable_conflict use_column
declare
  v_job record := identity.enter_job(p_job_id, p_fence);
  v_board uuid := v_job.party_id;
  v_agency uuid := v_job.source_tenant;
  v_submission uuid := v_job.source_ref;
  v_request uuid := v_job.target_ref;
  v_delivery record;
  v_return uuid;
  v_version integer;
  v_action_ids uuid[];
  v_at timestamptz := coalesce(p_at, now());
begin
  -- Not locked: of two workers with the same job only the one that holds the fence gets past finish.
  select d.state, d.return_id, d.version_no, d.template_code, d.template_version, q.period into v_delivery
    from tenant.delivery d
    left join tenant.request q on q.tenant_id = d.board_id and q.request_id = d.request_id
   where d.tenant_id = v_agency and d.submission_id = v_submission and d.request_id = v_request
     and d.board_id = v_board;
  if not found then
    raise exception 'there is no such delivery' using errcode = 'OR004';
  end if;
  if v_delivery.state = 'delivered' then
    perform jobs.finish(p_job_id, p_fence);
    return query
      select false, v.return_id, v.version_no::integer, v.receipt_code::text, v.delivered_at
        from tenant.return_version v
       where v.tenant_id = v_board and v.return_id = v_delivery.return_id
         and v.version_no = v_delivery.version_no;
    return;
  end if;

  insert into tenant.return as r
    (tenant_id, request_id, agency_id, origin, boxes_filled, ratings_set, ratings_chosen, actions_open,
     received_at)
  values
    (v_board, v_request, v_agency, p_origin,
     cardinality(p_box_nos) - coalesce(p_counts[3], 0), p_counts[1], p_counts[2],
     cardinality(p_action_whats), v_at)
  on conflict on constraint return_once_per_request do update set
    latest_version = r.latest_version + 1, state = 'received', received_at = excluded.received_at,
    boxes_filled = excluded.boxes_filled, ratings_set = excluded.ratings_set,
    ratings_chosen = excluded.ratings_chosen,
    actions_open = r.actions_open + excluded.actions_open
  returning r.return_id, r.latest_version into v_return, v_version;

  with version as (
    insert into tenant.return_version
      (tenant_id, return_id, version_no, agency_id, submission_id, template_code, template_version,
       framework_code, framework_version, mapping_version, hash, receipt_code, delivered_at, box_count, set_count,
       chosen_count, unanswered_count, no_point_count, na_count, residual_count, local_count)
    values
      (v_board, v_return, v_version, v_agency, v_submission, v_delivery.template_code,
       v_delivery.template_version, p_framework_code, p_framework_version, p_mapping_version, p_result_hash,
       p_receipt_code, v_at, cardinality(p_box_nos), p_counts[1], p_counts[2], p_counts[3], p_counts[4],
       p_counts[5], p_counts[6], p_counts[7])),
  boxes as (
    insert into tenant.return_box
      (tenant_id, return_id, version_no, box_no, position, agency_id, text, point, state, na_reason, digest,
       salt)
    select v_board, v_return, v_version, b.box_no, b.position, v_agency, b.text, b.point, b.state,
           b.na_reason, b.digest, b.salt
      from unnest(p_box_nos, p_box_texts, p_box_points, p_box_states, p_box_na_reasons, p_box_digests,
                  p_box_salts)
           with ordinality as b (box_no, text, point, state, na_reason, digest, salt, position)),
  sources as (
    insert into tenant.box_source
      (tenant_id, return_id, version_no, box_no, source_no, agency_id, kind, requirement_code, item_code,
       answer_version, confirmed_on, rule, interval_low, interval_high, chosen_by, reason)
    select v_board, v_return, v_version, s.box_no, s.source_no, v_agency, s.kind, s.requirement_code,
           s.item_code, s.answer_version, s.confirmed_on, s.rule, s.low, s.high, s.chosen_by, s.reason
      from unnest(p_source_boxes, p_source_kinds, p_source_requirements, p_source_items,
                  p_source_answer_versions, p_source_confirmed_on, p_source_rules, p_source_lows,
                  p_source_highs, p_source_chosen_by, p_source_reasons)
           with ordinality as s (box_no, kind, requirement_code, item_code, answer_version, confirmed_on,
                                 rule, low, high, chosen_by, reason, source_no)),
  signed as (
    insert into tenant.sign_off
      (tenant_id, return_id, version_no, party_role, agency_id, name, position, statement, at)
    select v_board, v_return, v_version, 'agency', v_agency, s.authorised_name, s.authorised_position,
           s.statement, s.submitted_at
      from tenant.submission s where s.tenant_id = v_agency and s.submission_id = v_submission),
  receipt as (
    insert into directory.receipt
      (code_hash, board_id, board_name, received_on, version_no, return_hash)
    select sha256(convert_to(p_receipt_code, 'UTF8')), v_board, f.name,
           (v_at at time zone 'Europe/London')::date, v_version,
           p_result_hash
      from tenancy.party_profile f where f.party_id = v_board)
  insert into tenant.audit_entry
    (tenant_id, role, job_id, what, subject_kind, subject_ref, facts)
  values
    (v_board, 'job', p_job_id, 'return.delivered', 'return', v_return::text,
     jsonb_build_object('version', v_version, 'hash', encode(p_result_hash, 'hex'), 'agency', v_agency));

  if cardinality(p_evidence_lines) > 0 then
    insert into tenant.return_evidence
      (tenant_id, return_id, version_no, evidence_no, agency_id, evidence_id, evidence_version, box_no,
       title, kept_where, blob_sha256)
    select v_board, v_return, v_version, e.evidence_no, v_agency, f.evidence_id, f.evidence_version,
           e.box_no, f.title, f.kept_where, f.blob_sha256
      from unnest(p_evidence_lines, p_evidence_boxes) with ordinality as e (line_no, box_no, evidence_no)
      join tenant.submission_evidence f
        on f.tenant_id = v_agency and f.submission_id = v_submission and f.board_id = v_board
       and f.line_no = e.line_no;
  end if;

  if cardinality(p_action_whats) > 0 then
    v_action_ids := (select array_agg(gen_random_uuid()) from unnest(p_action_whats));
    insert into tenant.action
      (tenant_id, action_id, agency_id, source_kind, return_id, version_no, area, change, places, what,
       how, lead, by_on, progress, evidence, risks, scheme, made_at)
    select v_board, a.action_id, v_agency, a.kind, v_return, v_version, a.area, a.change, a.places,
           a.what, a.how, a.lead, a.by_on, a.progress, a.evidence, a.risks, p_action_scheme, v_at
      from unnest(v_action_ids, p_action_kinds, p_action_areas, p_action_changes, p_action_places,
                  p_action_whats, p_action_hows, p_action_leads, p_action_by_on, p_action_progress,
                  p_action_evidence, p_action_risks)
           as a (action_id, kind, area, change, places, what, how, lead, by_on, progress, evidence,
                 risks);
    insert into tenant.action_link (tenant_id, commitment_id, board_id, action_id)
    select v_agency, a.commitment_id, v_board, a.action_id
      from unnest(p_action_commitments, v_action_ids) as a (commitment_id, action_id)
     where a.commitment_id is not null;
  end if;

  -- New counts go in one order, so that two first deliveries to one board wait rather than deadlock; a
  -- supplement may be rolled back by a deadlock and is then simply tried again.
  if cardinality(p_level_requirements) > 0 or v_version > 1 then
    insert into tenant.rollup as u (tenant_id, period, requirement_code, level, n)
    select v_board, v_delivery.period, l.requirement_code, l.level, 1
      from unnest(p_level_requirements, p_levels) as l (requirement_code, level)
     order by l.requirement_code, l.level
    on conflict on constraint rollup_key do update set n = u.n + 1;
    if v_version > 1 then
      update tenant.rollup u set n = u.n - 1
        from tenant.return_level l
       where l.tenant_id = v_board and l.return_id = v_return and l.version_no = v_version - 1
         and u.tenant_id = v_board and u.period = v_delivery.period
         and u.requirement_code = l.requirement_code and u.level = l.level;
    end if;
    insert into tenant.return_level (tenant_id, return_id, version_no, requirement_code, level)
    select v_board, v_return, v_version, l.requirement_code, l.level
      from unnest(p_level_requirements, p_levels) as l (requirement_code, level);
  end if;

  update tenant.delivery d
     set state = 'delivered', result_hash = p_result_hash, return_id = v_return, version_no = v_version,
         delivered_at = v_at
   where d.tenant_id = v_agency and d.submission_id = v_submission and d.request_id = v_request;
  perform jobs.finish(p_job_id, p_fence);
  return query select true, v_return, v_version, p_receipt_code, v_at;
end $$;
