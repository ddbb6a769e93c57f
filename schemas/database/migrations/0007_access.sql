-- Who may what. One permissive policy per role, table and verb, in a handful of shapes.
create table catalogue.national_release (
  release_id uuid not null default gen_random_uuid(),
  period app.code not null,
  body app.document not null,
  hash app.sha256 not null,
  published_at timestamptz not null default now(),
  constraint national_release_key primary key (release_id)
);

grant usage on schema tenant, tenancy, catalogue, directory to scope_board, scope_agency, scope_delivery,
  scope_share, scope_sight, scope_aggregate, scope_national;
grant usage on schema identity, jobs to scope_board, scope_agency, scope_delivery, scope_system;

do $$
declare
  t record;
begin
  for t in select c.relname from pg_class c where c.relnamespace = 'tenant'::regnamespace
           and c.relkind = 'r' loop
    execute format('alter table tenant.%I enable row level security', t.relname);
    execute format('alter table tenant.%I force row level security', t.relname);
  end loop;
end $$;

-- Makes the policies of one role on one table. verbs: any of s, i, u, d.
create procedure app.allow(p_scope text, p_table regclass, p_verbs text, p_rule text)
language plpgsql
as $$
declare
  v_role text := 'scope_' || p_scope;
  v_table text := (select relname from pg_class where oid = p_table);
begin
  if position('s' in p_verbs) > 0 then
    execute format('create policy %I on %s for select to %I using (%s)',
                   v_table || '_' || p_scope || '_reads', p_table, v_role, p_rule);
  end if;
  if position('i' in p_verbs) > 0 then
    execute format('create policy %I on %s for insert to %I with check (%s)',
                   v_table || '_' || p_scope || '_adds', p_table, v_role, p_rule);
  end if;
  if position('u' in p_verbs) > 0 then
    execute format('create policy %I on %s for update to %I using (%s) with check (%s)',
                   v_table || '_' || p_scope || '_changes', p_table, v_role, p_rule, p_rule);
  end if;
  if position('d' in p_verbs) > 0 then
    execute format('create policy %I on %s for delete to %I using (%s)',
                   v_table || '_' || p_scope || '_removes', p_table, v_role, p_rule);
  end if;
end $$;

-- A party's own rows.
do $$
declare
  own text := 'tenant_id = (select app.sealed_party(%L))';
  r record;
begin
  for r in select * from (values
    ('board', 'register_entry', 'siu'), ('board', 'audit', 'si'), ('board', 'request', 'siu'),
    ('board', 'return', 'siu'), ('board', 'return_version', 'siu'), ('board', 'return_box', 'si'),
    ('board', 'box_source', 'si'), ('board', 'return_evidence', 'si'), ('board', 'sign_off', 'si'),
    ('board', 'return_level', 's'), ('board', 'rollup', 's'), ('board', 'evaluation', 'siu'),
    ('board', 'evaluation_box', 'si'), ('board', 'evaluation_release', 'si'),
    ('board', 'action', 'siu'), ('board', 'action_status', 'si'), ('board', 'contact', 'siu'),
    ('board', 'plan', 'siu'), ('board', 'share', 'siu'), ('board', 'share_return', 'si'),
    ('board', 'sight', 'siu'), ('board', 'template_draft', 'siud'), ('board', 'mapping_draft', 'siud'),
    ('board', 'audit_entry', 'si'), ('board', 'audit_seal', 'si'),
    ('agency', 'unit', 'siu'), ('agency', 'lead_officer', 'siu'), ('agency', 'answer', 'siu'),
    ('agency', 'answer_text', 'siud'), ('agency', 'answer_part', 'siud'),
    ('agency', 'answer_version', 'si'), ('agency', 'board_answer', 'siu'),
    ('agency', 'board_answer_version', 'si'), ('agency', 'board_box', 'siu'),
    ('agency', 'board_box_version', 'si'), ('agency', 'explanation', 'si'),
    ('agency', 'promise', 'siud'), ('agency', 'evidence', 'siu'), ('agency', 'evidence_version', 'si'),
    ('agency', 'citation', 'siu'), ('agency', 'evidence_grant', 'siu'),
    ('agency', 'commitment', 'siu'), ('agency', 'commitment_version', 'si'),
    ('agency', 'commitment_subject', 'sid'), ('agency', 'submission', 'si'),
    ('agency', 'submission_answer', 'si'), ('agency', 'submission_text', 'si'),
    ('agency', 'submission_part', 'si'), ('agency', 'submission_commitment', 'si'),
    ('agency', 'submission_commitment_subject', 'si'), ('agency', 'submission_box', 'si'),
    ('agency', 'submission_evidence', 'si'), ('agency', 'idempotency', 'siu'),
    ('agency', 'delivery', 'si'), ('agency', 'action_link', 's'),
    ('agency', 'audit_entry', 'si'), ('agency', 'audit_seal', 'si')
  ) as v (scope, name, verbs) loop
    call app.allow(r.scope, ('tenant.' || quote_ident(r.name))::regclass, r.verbs,
                   format(own, r.scope));
    execute format('grant %s on tenant.%I to %I',
      (select string_agg(case v when 's' then 'select' when 'i' then 'insert' when 'd' then 'delete' end, ', ')
         from regexp_split_to_table(r.verbs, '') v where v <> 'u'), r.name, 'scope_' || r.scope);
  end loop;
end $$;

-- What may be changed in an own row, column by column. Keys never.
grant update (name, own_ref, to_on, agency_id, unit_id) on tenant.register_entry to scope_board;
grant update (due_on, state, parts, agency_id, unit_id) on tenant.request to scope_board;
grant update (state) on tenant.return to scope_board;
grant update (accepted_at, accepted_by) on tenant.return_version to scope_board;
grant update (state, finished_at, summary) on tenant.evaluation to scope_board;
grant update (area, change, what, how, lead, by_on, progress, evidence, risks, state) on tenant.action to scope_board;
grant update (valid_to) on tenant.contact to scope_board;
grant update (title, ratified_by, ratified_on, minute_ref) on tenant.plan to scope_board;
grant update (ended_at) on tenant.share, tenant.sight to scope_board;
grant update (body, updated_by, updated_at) on tenant.template_draft, tenant.mapping_draft to scope_board;
-- A board cannot write a version that claims to come from a submission.
revoke insert on tenant.return_version from scope_board;
grant insert (tenant_id, return_id, version_no, agency_id, template_code, template_version, hash,
  receipt_code, delivered_at, accepted_at, accepted_by, box_count) on tenant.return_version to scope_board;

grant update (name, parent_unit_id, organisation_id) on tenant.unit to scope_agency;
grant update (name, position, telephone, email) on tenant.lead_officer to scope_agency;
grant update (level, na_reason, modification_reason, mode, inherited_version, confirmed_by, confirmed_at,
  version, saved_by, saved_at) on tenant.answer to scope_agency;
grant update (text) on tenant.answer_text to scope_agency;
grant update (low, high) on tenant.answer_part to scope_agency;
grant update (level, na_reason, describes, knows, improve, version, saved_by, saved_at)
  on tenant.board_answer to scope_agency;
grant update (text, level, point, na_reason, reason, mode, inherited_version, version, saved_by, saved_at)
  on tenant.board_box to scope_agency;
grant update (by_on, by_whom, made_by, made_at, kept_at) on tenant.promise to scope_agency;
grant update (title, blob_sha256, file_name, media_type, size_bytes, kept_where, effective_on, expires_on,
  scan, version, withdrawn_at) on tenant.evidence to scope_agency;
grant update (removed_at) on tenant.citation to scope_agency;
grant update (granted_by, granted_at, ended_at) on tenant.evidence_grant to scope_agency;
grant update (what, how, lead, by_on, area, change, progress, evidence, risks, state, version, saved_by,
  saved_at) on tenant.commitment to scope_agency;
grant update (answer) on tenant.idempotency to scope_agency;

-- The agency's side of what boards hold about it.
do $$
declare
  r record;
begin
  for r in select * from (values
    ('request', 'tenant_id, request_id, agency_id, unit_id, template_code, template_version, kind, title,
       period, subject_kind, due_on, parts, state, asked_at'),
    ('return', 'tenant_id, return_id, request_id, agency_id, origin, state, latest_version, boxes_filled,
       ratings_set, ratings_chosen, actions_open, received_at'),
    ('return_version', null), ('return_box', null), ('box_source', null), ('return_evidence', null),
    ('sign_off', null),
    ('action', 'tenant_id, action_id, agency_id, source_kind, return_id, version_no, area, change,
       places, what, how, lead, by_on, progress, evidence, risks, scheme, state, made_at'),
    ('action_status', null),
    ('evaluation_release', 'tenant_id, release_id, agency_id, body, hash, released_at')
  ) as v (name, columns) loop
    call app.allow('agency', ('tenant.' || quote_ident(r.name))::regclass, 's',
                   'agency_id = (select app.sealed_party(''agency''))');
    execute format('grant select %s on tenant.%I to scope_agency',
                   coalesce('(' || r.columns || ')', ''), r.name);
  end loop;
end $$;

-- One delivery: one submission's frozen rows for one board, that request, and the board's place for it.
do $$
declare
  submitted text := 'tenant_id = (select app.sealed_source(''delivery''))'
                    ' and submission_id = (select app.sealed_ref(''delivery''))';
  for_board text := ' and board_id = (select app.sealed_party(''delivery''))';
  written text := 'tenant_id = (select app.sealed_party(''delivery''))';
  about_agency text := ' and agency_id = (select app.sealed_source(''delivery''))';
  r record;
begin
  for r in select * from (values
    ('submission', 's', submitted), ('submission_answer', 's', submitted),
    ('submission_text', 's', submitted), ('submission_part', 's', submitted),
    ('submission_commitment', 's',
     submitted || ' and (board_id is null or board_id = (select app.sealed_party(''delivery'')))'),
    ('submission_commitment_subject', 's',
     submitted || ' and (board_id is null or board_id = (select app.sealed_party(''delivery'')))'),
    ('submission_box', 's', submitted || for_board),
    ('submission_evidence', 's', submitted || for_board),
    ('delivery', 'su', submitted || for_board
                       || ' and request_id = (select app.sealed_target(''delivery''))'),
    ('request', 's', written || ' and request_id = (select app.sealed_target(''delivery''))'),
    ('return', 'siu', written || about_agency), ('return_version', 'si', written || about_agency),
    ('return_box', 'si', written || about_agency), ('box_source', 'si', written || about_agency),
    ('return_evidence', 'si', written || about_agency), ('sign_off', 'si', written || about_agency),
    ('return_level', 'si', written), ('rollup', 'siu', written),
    ('action', 'si', written || about_agency), ('action_status', 'si', written || about_agency),
    ('action_link', 'si', 'tenant_id = (select app.sealed_source(''delivery''))' || for_board),
    ('commitment', 's', 'tenant_id = (select app.sealed_source(''delivery''))'
                        ' and commitment_id = (select app.sealed_ref(''delivery''))'),
    ('audit_entry', 'i', written)
  ) as v (name, verbs, rule) loop
    call app.allow('delivery', ('tenant.' || quote_ident(r.name))::regclass, r.verbs, r.rule);
    execute format('grant %s on tenant.%I to scope_delivery',
      (select string_agg(case v when 's' then 'select' when 'i' then 'insert' end, ', ')
         from regexp_split_to_table(r.verbs, '') v where v <> 'u'), r.name);
  end loop;
end $$;
grant update (state, result_hash, return_id, version_no, delivered_at) on tenant.delivery to scope_delivery;
grant update (state, latest_version, boxes_filled, ratings_set, ratings_chosen, actions_open, received_at)
  on tenant.return to scope_delivery;
grant update (n) on tenant.rollup to scope_delivery;

-- What one lender has granted, until it ends.
do $$
declare
  lent text := 'tenant_id = (select app.sealed_source(''share'')) and return_id in ('
    'select r.return_id from tenant.share_return r'
    ' where r.tenant_id = (select app.sealed_source(''share'')))';
  seen text := 'tenant_id = (select app.sealed_source(''sight'')) and exists ('
    'select from tenant.sight g where g.tenant_id = (select app.sealed_source(''sight''))'
    ' and %L = any (g.parts))';
  name text;
begin
  call app.allow('share', 'tenant.share', 's',
    'tenant_id = (select app.sealed_source(''share'')) and to_party = (select app.sealed_party(''share''))'
    ' and ended_at is null and current_date between from_on and to_on');
  call app.allow('share', 'tenant.share_return', 's',
    'tenant_id = (select app.sealed_source(''share'')) and share_id in ('
    'select s.share_id from tenant.share s where s.tenant_id = (select app.sealed_source(''share'')))');
  foreach name in array array['return', 'return_version', 'return_box', 'box_source', 'sign_off'] loop
    call app.allow('share', ('tenant.' || quote_ident(name))::regclass, 's', lent);
  end loop;
  call app.allow('sight', 'tenant.sight', 's',
    'tenant_id = (select app.sealed_source(''sight'')) and to_party = (select app.sealed_party(''sight''))'
    ' and ended_at is null and current_date between from_on and to_on');
  foreach name in array array['return', 'return_version', 'return_box', 'sign_off'] loop
    call app.allow('sight', ('tenant.' || quote_ident(name))::regclass, 's', format(seen, 'returns'));
  end loop;
  foreach name in array array['action', 'action_status'] loop
    call app.allow('sight', ('tenant.' || quote_ident(name))::regclass, 's', format(seen, 'actions'));
  end loop;
  call app.allow('sight', 'tenant.rollup', 's', format(seen, 'rollup'));
end $$;
grant select on tenant.share, tenant.share_return, tenant.return, tenant.return_version, tenant.return_box,
  tenant.box_source, tenant.sign_off to scope_share;
grant select on tenant.sight, tenant.return, tenant.return_version, tenant.return_box, tenant.sign_off,
  tenant.action, tenant.action_status, tenant.rollup to scope_sight;

-- National figures: roll-ups in, releases out, nothing else.
call app.allow('aggregate', 'tenant.rollup', 's', '(select app.sealed_scope(''aggregate''))');
grant select on tenant.rollup to scope_aggregate;
alter table catalogue.national_release enable row level security;
call app.allow('aggregate', 'catalogue.national_release', 'si', '(select app.sealed_scope(''aggregate''))');
call app.allow('national', 'catalogue.national_release', 's', '(select app.sealed_scope(''national''))');
grant select, insert on catalogue.national_release to scope_aggregate;
grant select on catalogue.national_release to scope_national;

-- Global tables. No scope may list the parties.
grant select on directory.organisation to scope_board, scope_agency;
grant select on catalogue.framework_version, catalogue.requirement, catalogue.facet,
  catalogue.template_version, catalogue.template_item, catalogue.box, catalogue.mapping_version,
  catalogue.item_facet
  to scope_board, scope_agency, scope_delivery, scope_share, scope_sight, scope_aggregate, scope_national;

alter table tenancy.party_profile enable row level security;
alter table tenancy.connection enable row level security;
alter table directory.receipt enable row level security;
call app.allow('board', 'tenancy.connection', 's', 'board_id = (select app.sealed_party(''board''))');
call app.allow('agency', 'tenancy.connection', 's', 'agency_id = (select app.sealed_party(''agency''))');
call app.allow('board', 'tenancy.party_profile', 's',
  'party_id = (select app.sealed_party(''board'')) or party_id in (select c.agency_id'
  ' from tenancy.connection c where c.board_id = (select app.sealed_party(''board'')))');
call app.allow('agency', 'tenancy.party_profile', 's',
  'party_id = (select app.sealed_party(''agency'')) or party_id in (select c.board_id'
  ' from tenancy.connection c where c.agency_id = (select app.sealed_party(''agency'')))');
call app.allow('delivery', 'tenancy.party_profile', 's',
  'party_id = (select app.sealed_party(''delivery'')) or party_id = (select app.sealed_source(''delivery''))');
call app.allow('board', 'tenancy.party_profile', 'u', 'party_id = (select app.sealed_party(''board''))');
call app.allow('agency', 'tenancy.party_profile', 'u', 'party_id = (select app.sealed_party(''agency''))');
call app.allow('board', 'directory.receipt', 'su', 'board_id = (select app.sealed_party(''board''))');
call app.allow('delivery', 'directory.receipt', 'siu', 'board_id = (select app.sealed_party(''delivery''))');
grant select on tenancy.connection to scope_board, scope_agency;
grant select on tenancy.party_profile to scope_agency;
-- Not the area, the aliases or the procedures: an agency's area would name the other boards it answers.
grant select (party_id, name, mark, address, telephone, email, website, lead_officer_name,
  lead_officer_position, lead_officer_telephone, lead_officer_email, completed_by_name,
  completed_by_position, completed_by_telephone, completed_by_email, updated_at)
  on tenancy.party_profile to scope_board;
grant select on tenancy.party_profile to scope_delivery;
grant update (name, area, mark, aliases, procedures, address, telephone, email, website, lead_officer_name,
  lead_officer_position, lead_officer_telephone, lead_officer_email, completed_by_name,
  completed_by_position, completed_by_telephone, completed_by_email, updated_at)
  on tenancy.party_profile to scope_board, scope_agency;
grant select on directory.receipt to scope_board;
grant update (state, received_on) on directory.receipt to scope_board;
grant select, insert on directory.receipt to scope_delivery;
grant update (state) on directory.receipt to scope_delivery;

drop procedure app.allow(text, regclass, text, text);
