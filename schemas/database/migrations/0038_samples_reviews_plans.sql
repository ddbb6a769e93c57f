-- The end of a question about evidence, random samples of it, peer review, and plans that are demanded,
-- offered and ratified. What was said stays: each of these is added to, none is changed (ADR 0051).

-- 1. Until when a board would like to see a piece, and what it made of the answer.
alter table tenant.return_evidence_ask add column due_on date;
grant insert (due_on) on tenant.return_evidence_ask to scope_board;
grant select (due_on) on tenant.return_evidence_ask to scope_agency;
create index return_evidence_ask_by_day on tenant.return_evidence_ask (tenant_id, state, due_on);

create table tenant.return_evidence_decision (
  tenant_id uuid not null,
  ask_id uuid not null,
  agency_id uuid not null,
  return_id uuid not null,
  accepted boolean not null,
  reason app.paragraph not null default '',
  decided_by uuid not null default app.person(),
  decided_at timestamptz not null,
  constraint return_evidence_decision_key primary key (tenant_id, ask_id),
  constraint return_evidence_decision_ask foreign key (tenant_id, ask_id)
    references tenant.return_evidence_ask (tenant_id, ask_id),
  constraint return_evidence_decision_return foreign key (tenant_id, return_id, agency_id)
    references tenant.return (tenant_id, return_id, agency_id),
  constraint return_evidence_decision_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id),
  constraint return_evidence_decision_by foreign key (decided_by) references identity.person,
  constraint return_evidence_decision_says_why check (accepted or reason <> '')
);

-- 2. A sample: of one return, or of each return of a wave. The population is kept with it, so that anybody
-- can draw it again from what stands here (docs/formats/sample.md).
create table tenant.evidence_sample (
  tenant_id uuid not null,
  sample_id uuid not null,
  audit_id uuid,
  return_id uuid,
  seed app.line not null,
  seed_entered boolean not null,
  by_percent boolean not null,
  amount integer not null,
  population integer not null,
  size integer not null,
  drawn_by uuid not null default app.person(),
  drawn_at timestamptz not null,
  constraint evidence_sample_key primary key (tenant_id, sample_id),
  constraint evidence_sample_tenant foreign key (tenant_id) references tenancy.party,
  constraint evidence_sample_audit foreign key (tenant_id, audit_id)
    references tenant.audit (tenant_id, audit_id),
  constraint evidence_sample_return foreign key (tenant_id, return_id)
    references tenant.return (tenant_id, return_id),
  constraint evidence_sample_by foreign key (drawn_by) references identity.person,
  constraint evidence_sample_of_one_thing check (num_nonnulls(audit_id, return_id) = 1),
  constraint evidence_sample_seed check (seed <> ''),
  constraint evidence_sample_amount check (amount between 1 and case when by_percent then 100 else 1000 end),
  constraint evidence_sample_size check (size between 1 and population)
);
create index evidence_sample_by_return on tenant.evidence_sample (tenant_id, return_id, drawn_at);
create index evidence_sample_by_time on tenant.evidence_sample (tenant_id, drawn_at);

create table tenant.evidence_sample_piece (
  tenant_id uuid not null,
  sample_id uuid not null,
  return_id uuid not null,
  version_no app.version not null,
  evidence_no integer not null,
  place integer not null,
  drawn boolean not null,
  constraint evidence_sample_piece_key primary key (tenant_id, sample_id, return_id, evidence_no),
  constraint evidence_sample_piece_sample foreign key (tenant_id, sample_id)
    references tenant.evidence_sample (tenant_id, sample_id),
  constraint evidence_sample_piece_piece foreign key (tenant_id, return_id, version_no, evidence_no)
    references tenant.return_evidence (tenant_id, return_id, version_no, evidence_no),
  constraint evidence_sample_piece_place check (place >= 1)
);
create index evidence_sample_piece_drawn on tenant.evidence_sample_piece (tenant_id, return_id) where drawn;

create table tenant.evidence_sample_result (
  tenant_id uuid not null,
  sample_id uuid not null,
  return_id uuid not null,
  evidence_no integer not null,
  result_no app.version not null,
  outcome app.code not null,
  note app.paragraph not null default '',
  by_person uuid not null default app.person(),
  at timestamptz not null,
  constraint evidence_sample_result_key
    primary key (tenant_id, sample_id, return_id, evidence_no, result_no),
  constraint evidence_sample_result_piece foreign key (tenant_id, sample_id, return_id, evidence_no)
    references tenant.evidence_sample_piece (tenant_id, sample_id, return_id, evidence_no),
  constraint evidence_sample_result_by foreign key (by_person) references identity.person,
  constraint evidence_sample_result_outcome
    check (outcome in ('supports', 'partly', 'does_not', 'not_seen'))
);

-- 3. A review by a member of the board: these returns, from one day until another.
create table tenant.review (
  tenant_id uuid not null,
  review_id uuid not null,
  person_id uuid not null,
  home_entry_id uuid,
  home app.line not null,
  words app.paragraph not null default '',
  from_on date not null,
  until_on date not null,
  invited_by uuid not null default app.person(),
  invited_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  constraint review_key primary key (tenant_id, review_id),
  constraint review_tenant foreign key (tenant_id) references tenancy.party,
  constraint review_person foreign key (person_id) references identity.person,
  constraint review_home foreign key (tenant_id, home_entry_id)
    references tenant.register_entry (tenant_id, entry_id),
  constraint review_invited_by foreign key (invited_by) references identity.person,
  constraint review_ended_by foreign key (ended_by) references identity.person,
  constraint review_ends_within_a_year check (until_on >= from_on and until_on <= from_on + 366),
  constraint review_ended_whole check ((ended_by is null) = (ended_at is null))
);
create index review_by_person on tenant.review (tenant_id, person_id);

-- What the member needs to know of a return stands here, so that nothing else has to be shown.
create table tenant.review_return (
  tenant_id uuid not null,
  review_id uuid not null,
  return_id uuid not null,
  version_no app.version not null,
  agency_id uuid,
  organisation app.line not null,
  title app.line not null,
  template_code app.code not null,
  template_version app.version not null,
  sent_at timestamptz,
  constraint review_return_key primary key (tenant_id, review_id, return_id),
  constraint review_return_review foreign key (tenant_id, review_id)
    references tenant.review (tenant_id, review_id),
  constraint review_return_version foreign key (tenant_id, return_id, version_no)
    references tenant.return_version (tenant_id, return_id, version_no),
  constraint review_return_agency foreign key (tenant_id, return_id, agency_id)
    references tenant.return (tenant_id, return_id, agency_id),
  constraint review_return_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id),
  constraint review_return_template foreign key (template_code, template_version)
    references catalogue.template_version (template_code, version)
);
create index review_return_by_return on tenant.review_return (tenant_id, return_id);

-- A note on one item, or on the whole return where the item is ''. Each change is a version of its own.
create table tenant.review_note (
  tenant_id uuid not null,
  review_id uuid not null,
  return_id uuid not null,
  item app.code not null,
  version app.version not null,
  grade app.code,
  comment app.paragraph not null default '',
  at timestamptz not null,
  constraint review_note_key primary key (tenant_id, review_id, return_id, item, version),
  constraint review_note_return foreign key (tenant_id, review_id, return_id)
    references tenant.review_return (tenant_id, review_id, return_id)
);

-- 4. A plan that is demanded after a return, what is offered for it, and what the board says to each offer.
alter table tenant.plan
  add column agency_id uuid,
  add column return_id uuid,
  add column words app.paragraph not null default '',
  add column due_on date,
  add column asked_by uuid,
  add column asked_at timestamptz,
  add column withdrawn_at timestamptz,
  add constraint plan_return foreign key (tenant_id, return_id, agency_id)
    references tenant.return (tenant_id, return_id, agency_id),
  add constraint plan_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id),
  add constraint plan_asked_by foreign key (asked_by) references identity.person,
  add constraint plan_asked_whole check (num_nonnulls(agency_id, return_id, due_on, asked_by, asked_at) in (0, 5));
create unique index plan_open_once on tenant.plan (tenant_id, return_id)
  where return_id is not null and ratified_on is null and withdrawn_at is null;
create index plan_of_agency on tenant.plan (agency_id, tenant_id) where agency_id is not null;

create table tenant.plan_offer (
  tenant_id uuid not null,
  plan_id uuid not null,
  offer_no app.version not null,
  agency_id uuid not null,
  return_id uuid not null,
  words app.paragraph not null default '',
  offered_name app.line not null,
  offered_by uuid not null default app.person(),
  offered_at timestamptz not null,
  constraint plan_offer_key primary key (tenant_id, plan_id, offer_no),
  constraint plan_offer_plan foreign key (tenant_id, plan_id) references tenant.plan (tenant_id, plan_id),
  constraint plan_offer_return foreign key (tenant_id, return_id, agency_id)
    references tenant.return (tenant_id, return_id, agency_id),
  constraint plan_offer_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id),
  constraint plan_offer_by foreign key (offered_by) references identity.person
);
create index plan_offer_of_agency on tenant.plan_offer (agency_id, tenant_id);

create table tenant.plan_line (
  tenant_id uuid not null,
  plan_id uuid not null,
  offer_no app.version not null,
  line_no integer not null,
  agency_id uuid not null,
  return_id uuid not null,
  about app.line not null default '',
  what app.paragraph not null,
  how app.paragraph not null default '',
  lead app.line not null default '',
  by_on date,
  progress app.paragraph not null default '',
  constraint plan_line_key primary key (tenant_id, plan_id, offer_no, line_no),
  constraint plan_line_offer foreign key (tenant_id, plan_id, offer_no)
    references tenant.plan_offer (tenant_id, plan_id, offer_no),
  constraint plan_line_return foreign key (tenant_id, return_id, agency_id)
    references tenant.return (tenant_id, return_id, agency_id),
  constraint plan_line_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id)
);
create index plan_line_of_agency on tenant.plan_line (agency_id, tenant_id);

create table tenant.plan_answer (
  tenant_id uuid not null,
  plan_id uuid not null,
  offer_no app.version not null,
  agency_id uuid not null,
  return_id uuid not null,
  ratified boolean not null,
  by_group app.line not null default '',
  on_day date,
  minute_ref app.line not null default '',
  words app.paragraph not null default '',
  due_on date,
  answered_by uuid not null default app.person(),
  answered_at timestamptz not null,
  constraint plan_answer_key primary key (tenant_id, plan_id, offer_no),
  constraint plan_answer_offer foreign key (tenant_id, plan_id, offer_no)
    references tenant.plan_offer (tenant_id, plan_id, offer_no),
  constraint plan_answer_return foreign key (tenant_id, return_id, agency_id)
    references tenant.return (tenant_id, return_id, agency_id),
  constraint plan_answer_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id),
  constraint plan_answer_by foreign key (answered_by) references identity.person,
  constraint plan_answer_ratified_whole
    check (not ratified or (by_group <> '' and minute_ref <> '' and on_day is not null)),
  constraint plan_answer_asks_again_whole check (ratified or (words <> '' and due_on is not null))
);
create index plan_answer_of_agency on tenant.plan_answer (agency_id, tenant_id);

-- 5. A member of a board enters a scope of his own: what he reviews, and nothing else. The day that counts
-- is given by whoever enters, and sealed with the rest as the eleventh part.
create function app.sealed_person(p_scope text) returns uuid
language plpgsql stable security definer parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
  v_scope text := current_setting('onereturn.scope', true);
  v_key bytea;
begin
  select k.key into strict v_key from app.seal_key k;
  if split_part(v_scope, '|', 1) = p_scope
     and current_setting('onereturn.seal', true)
         = encode(sha256(v_key || convert_to(v_scope, 'UTF8') || int4send(pg_backend_pid())
                         || timestamptz_send(transaction_timestamp()) || v_key), 'hex') then
    return split_part(v_scope, '|', 3)::uuid;
  end if;
  raise exception 'this transaction holds no such scope' using errcode = 'OR001';
end $$;

create function app.sealed_day(p_scope text) returns date
language plpgsql stable security definer parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
  v_scope text := current_setting('onereturn.scope', true);
  v_key bytea;
begin
  select k.key into strict v_key from app.seal_key k;
  if split_part(v_scope, '|', 1) = p_scope
     and current_setting('onereturn.seal', true)
         = encode(sha256(v_key || convert_to(v_scope, 'UTF8') || int4send(pg_backend_pid())
                         || timestamptz_send(transaction_timestamp()) || v_key), 'hex') then
    return nullif(split_part(v_scope, '|', 11), '')::date;
  end if;
  raise exception 'this transaction holds no such scope' using errcode = 'OR001';
end $$;

-- Whoever is a member or a reviewer of a board enters as one also by the common entrance, and sees nothing
-- there: that one has no day.
create function identity.is_of_reviewers(p_party_kind text, p_role text) returns boolean
language sql immutable security invoker
set search_path = pg_catalog, pg_temp
return p_party_kind = 'board' and p_role in ('member', 'reviewer');

do $$
declare
  v_body text := pg_get_functiondef('identity.look_up_session(bytea)'::regprocedure);
  v_from text := E'    scope := ''national'';\n  end if;\n';
begin
  if position(v_from in v_body) = 0 then
    raise exception 'look_up_session is not as it was';
  end if;
  execute replace(v_body, v_from, v_from || E'  if identity.is_of_reviewers(party_kind, role) then\n'
                                            '    scope := ''review'';\n  end if;\n');
  v_body := pg_get_functiondef('identity.look_up_loan(bytea, text, uuid)'::regprocedure);
  v_from := 'party_kind not in (''board'', ''nation'') then';
  if position(v_from in v_body) = 0 then
    raise exception 'look_up_loan is not as it was';
  end if;
  execute replace(v_body, v_from, E'party_kind not in (''board'', ''nation'')\n'
                                  '     or identity.is_of_reviewers(party_kind, role) then');
end $$;

create function identity.look_up_review(p_day date, out scope text, out seal text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := app.sealed_party('review');
  v_key bytea;
begin
  scope := 'review|' || v_board || '|' || app.person() || '||' || app.role() || '||||||'
           || to_char(p_day, 'YYYY-MM-DD');
  select k.key into strict v_key from app.seal_key k;
  seal := encode(sha256(v_key || convert_to(scope, 'UTF8') || int4send(pg_backend_pid())
                        || timestamptz_send(transaction_timestamp()) || v_key), 'hex');
end $$;

create function identity.enter_review(p_day date) returns void
language plpgsql security invoker
as $$
declare
  v_found record := identity.look_up_review(p_day);
  v_done text;
begin
  v_done := set_config('onereturn.scope', v_found.scope, true);
  v_done := set_config('onereturn.seal', v_found.seal, true);
  v_done := set_config('role', 'scope_review', true);
end $$;

-- Whether somebody of the board also acts for that agency, which has joined it: nobody reviews their own.
create function identity.acts_for(p_person_id uuid, p_agency_id uuid) returns boolean
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := identity.managed_board();
begin
  return exists (select from identity.membership b
                  where b.party_id = v_board and b.person_id = p_person_id)
     and exists (select from tenancy.connection c
                  where c.board_id = v_board and c.agency_id = p_agency_id)
     and exists (select from identity.membership m
                  where m.party_id = p_agency_id and m.person_id = p_person_id
                    and (m.to_at is null or m.to_at > now()));
end $$;

grant execute on function identity.acts_for(uuid, uuid) to scope_board;
grant usage on schema app, tenant, identity, catalogue to scope_review;
grant execute on function identity.look_up_review(date), identity.enter_review(date) to scope_review;
grant execute on function app.scope(), app.party(), app.person(), app.unit(), app.role(), app.source_tenant(),
  app.source_ref(), app.target_ref(), app.job(), app.request_ref(text), app.sealed_party(text),
  app.sealed_person(text), app.sealed_day(text), app.record(text, text, text, jsonb, text) to scope_review;
grant select on catalogue.framework_version, catalogue.requirement, catalogue.facet,
  catalogue.template_version, catalogue.template_item, catalogue.box, catalogue.mapping_version,
  catalogue.item_facet to scope_review;

-- 6. Who may what.
do $$
declare
  board text := 'tenant_id = (select app.sealed_party(''board''))';
  member text := 'tenant_id = (select app.sealed_party(''review''))';
  about_us text := 'agency_id = (select app.sealed_party(''agency'')) and exists (select from tenant.return r'
    ' where r.tenant_id = %1$I.tenant_id and r.return_id = %1$I.return_id)';
  named text := member || ' and exists (select from tenant.review_return n'
    ' where n.tenant_id = %1$I.tenant_id and n.return_id = %1$I.return_id'
    ' and n.version_no = %1$I.version_no)';
  noted text := member || ' and exists (select from tenant.review_return n'
    ' where n.tenant_id = %1$I.tenant_id and n.review_id = %1$I.review_id'
    ' and n.return_id = %1$I.return_id';
  reviewed text := member || ' and exists (select from tenant.review v'
    ' where v.tenant_id = %1$I.tenant_id and v.review_id = %1$I.review_id)';
  r record;
begin
  for r in select * from (values
    ('return_evidence_decision', 'board', 'si', board),
    ('return_evidence_decision', 'agency', 's', about_us),
    ('evidence_sample', 'board', 'si', board), ('evidence_sample_piece', 'board', 'si', board),
    ('evidence_sample_result', 'board', 'si', board),
    ('review', 'board', 'siu', board), ('review_return', 'board', 'si', board),
    -- What a member writes is the member's until it is sent.
    ('review_note', 'board', 's', board || ' and exists (select from tenant.review_return n'
      ' where n.tenant_id = review_note.tenant_id and n.review_id = review_note.review_id'
      ' and n.return_id = review_note.return_id and n.sent_at is not null)'),
    ('review', 'review', 's', member || ' and person_id = (select app.sealed_person(''review''))'
      ' and ended_at is null and (select app.sealed_day(''review'')) between from_on and until_on'),
    ('review_return', 'review', 'su', reviewed),
    ('review_note', 'review', 's', noted || ')'),
    ('review_note', 'review', 'i', noted || ' and n.sent_at is null)'),
    ('return_box', 'review', 's', named), ('return_evidence', 'review', 's', named),
    ('return_opening', 'review', 'i', named),
    ('audit_entry', 'review', 'i', member),
    ('plan', 'agency', 's', about_us),
    ('plan_offer', 'board', 's', board), ('plan_offer', 'agency', 'si', about_us),
    ('plan_line', 'board', 's', board), ('plan_line', 'agency', 'si', about_us),
    ('plan_answer', 'board', 'si', board), ('plan_answer', 'agency', 's', about_us)
  ) as v (name, scope, verbs, rule) loop
    execute format('alter table tenant.%I enable row level security', r.name);
    execute format('alter table tenant.%I force row level security', r.name);
    if r.verbs ~ 's' then
      execute format('create policy %I on tenant.%I for select to %I using (%s)',
        r.name || '_' || r.scope || '_reads', r.name, 'scope_' || r.scope, format(r.rule, r.name));
    end if;
    if r.verbs ~ 'i' then
      execute format('create policy %I on tenant.%I for insert to %I with check (%s)',
        r.name || '_' || r.scope || '_adds', r.name, 'scope_' || r.scope, format(r.rule, r.name));
      execute format('grant insert on tenant.%I to %I', r.name, 'scope_' || r.scope);
    end if;
    if r.verbs ~ 'u' then
      execute format('create policy %I on tenant.%I for update to %I using (%s) with check (%s)',
        r.name || '_' || r.scope || '_changes', r.name, 'scope_' || r.scope, format(r.rule, r.name),
        format(r.rule, r.name));
    end if;
  end loop;
end $$;

grant select on tenant.return_evidence_decision, tenant.evidence_sample, tenant.evidence_sample_piece,
  tenant.evidence_sample_result, tenant.review, tenant.review_return, tenant.review_note, tenant.plan_line,
  tenant.plan_answer to scope_board;
grant update (ended_by, ended_at) on tenant.review to scope_board;
grant update (withdrawn_at) on tenant.plan to scope_board;
-- Not who of the board: the agency deals with the board. Nor, the other way, the number of a person.
grant select (tenant_id, ask_id, agency_id, return_id, accepted, reason, decided_at)
  on tenant.return_evidence_decision to scope_agency;
grant select (tenant_id, plan_id, title, ratified_by, ratified_on, minute_ref, agency_id, return_id, words,
  due_on, asked_at, withdrawn_at) on tenant.plan to scope_agency;
grant select on tenant.plan_offer, tenant.plan_line to scope_agency;
grant select (tenant_id, plan_id, offer_no, agency_id, return_id, words, offered_name, offered_at)
  on tenant.plan_offer to scope_board;
grant select (tenant_id, plan_id, offer_no, agency_id, return_id, ratified, by_group, on_day, minute_ref,
  words, due_on, answered_at) on tenant.plan_answer to scope_agency;
grant select on tenant.review, tenant.review_return, tenant.review_note, tenant.return_box
  to scope_review;
grant update (sent_at) on tenant.review_return to scope_review;
grant select (tenant_id, return_id, version_no, evidence_no, agency_id, box_no, title, kept_where,
  blob_sha256) on tenant.return_evidence to scope_review;

call app.cover_merge();
