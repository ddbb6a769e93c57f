-- Questions between an agency and a board, what a board tells all of its agencies, whom it has supported; and a
-- later version of a return, which is offered to the board and stands only once the board accepts it (0053).

-- One conversation about one request, and where it has one about one printed item of that board's form.
create table tenant.thread (
  tenant_id uuid not null,
  thread_id uuid not null,
  agency_id uuid not null,
  request_id uuid not null,
  item_code app.code,
  begun_by app.code not null,
  begun_at timestamptz not null,
  waits_for app.code not null,
  waiting_since timestamptz,
  messages app.version not null default 1,
  last_at timestamptz not null,
  assigned_to uuid,
  written_by uuid,
  constraint thread_key primary key (tenant_id, thread_id),
  constraint thread_of_agency_key unique (tenant_id, thread_id, agency_id),
  constraint thread_request foreign key (tenant_id, request_id, agency_id)
    references tenant.request (tenant_id, request_id, agency_id),
  constraint thread_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id),
  constraint thread_assigned_to foreign key (assigned_to) references identity.person,
  constraint thread_written_by foreign key (written_by) references identity.person,
  constraint thread_begun_by check (begun_by in ('agency', 'board')),
  constraint thread_waits_for check (waits_for in ('agency', 'board', 'answered', 'closed')),
  constraint thread_waits_since check ((waits_for in ('agency', 'board')) = (waiting_since is not null))
);
create index thread_waiting on tenant.thread (tenant_id, waits_for, waiting_since);
create index thread_of_agency on tenant.thread (agency_id, tenant_id, request_id);

-- Written once; the other side reads name and role as they were then, not who it is in the service.
create table tenant.thread_message (
  tenant_id uuid not null,
  thread_id uuid not null,
  message_no app.version not null,
  message_id uuid not null,
  agency_id uuid not null,
  side app.code not null,
  kind app.code not null,
  words app.paragraph not null default '',
  by_name app.line not null,
  by_role app.code not null,
  at timestamptz not null,
  constraint thread_message_key primary key (tenant_id, thread_id, message_no),
  constraint thread_message_once unique (tenant_id, thread_id, message_id),
  constraint thread_message_thread foreign key (tenant_id, thread_id, agency_id)
    references tenant.thread (tenant_id, thread_id, agency_id),
  constraint thread_message_side check (side in ('agency', 'board')),
  constraint thread_message_kind check (kind in ('question', 'answer', 'more', 'closed')),
  constraint thread_message_says_something check (kind = 'closed' or words <> '')
);

-- Who of an agency took part, for that agency alone: it is them that a mail tells of an answer. Of a board it is
-- whoever it was given to, or who wrote last (thread.assigned_to, written_by), which no agency reads.
create table tenant.thread_follower (
  tenant_id uuid not null,
  board_id uuid not null,
  thread_id uuid not null,
  person_id uuid not null default app.person(),
  constraint thread_follower_key primary key (tenant_id, thread_id, person_id),
  constraint thread_follower_thread foreign key (board_id, thread_id, tenant_id)
    references tenant.thread (tenant_id, thread_id, agency_id),
  constraint thread_follower_person foreign key (person_id) references identity.person
);

-- A board's answer for everybody whom it asks with that form. No agency stands in it: an open request of the
-- reader's own, which carries both parties, is what lets it be read.
create table tenant.guidance (
  tenant_id uuid not null,
  guidance_id uuid not null,
  template_code app.code not null,
  template_version app.version not null,
  item_code app.code not null,
  latest_version app.version not null default 1,
  thread_id uuid,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint guidance_key primary key (tenant_id, guidance_id),
  constraint guidance_tenant foreign key (tenant_id) references tenancy.party,
  constraint guidance_template foreign key (template_code, template_version)
    references catalogue.template_version (template_code, version),
  constraint guidance_thread foreign key (tenant_id, thread_id) references tenant.thread (tenant_id, thread_id),
  constraint guidance_withdrawn_by foreign key (withdrawn_by) references identity.person,
  constraint guidance_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index guidance_of_item on tenant.guidance (tenant_id, template_code, template_version, item_code);

create table tenant.guidance_version (
  tenant_id uuid not null,
  guidance_id uuid not null,
  version_no app.version not null,
  question app.paragraph not null,
  answer app.paragraph not null,
  by_name app.line not null,
  by_person uuid not null default app.person(),
  at timestamptz not null,
  constraint guidance_version_key primary key (tenant_id, guidance_id, version_no),
  constraint guidance_version_guidance foreign key (tenant_id, guidance_id)
    references tenant.guidance (tenant_id, guidance_id),
  constraint guidance_version_by foreign key (by_person) references identity.person,
  constraint guidance_version_asks check (question <> ''),
  constraint guidance_version_answers check (answer <> '')
);

-- What a board did to help. Its own record: no agency reads it.
create table tenant.support (
  tenant_id uuid not null,
  support_id uuid not null,
  kind app.code not null,
  on_date date not null,
  who app.line not null,
  notes app.paragraph not null default '',
  made_by uuid not null default app.person(),
  made_at timestamptz not null,
  struck_at timestamptz,
  struck_by uuid,
  constraint support_key primary key (tenant_id, support_id),
  constraint support_tenant foreign key (tenant_id) references tenancy.party,
  constraint support_made_by foreign key (made_by) references identity.person,
  constraint support_struck_by foreign key (struck_by) references identity.person,
  constraint support_kind check (kind in ('visit', 'workshop', 'advice')),
  constraint support_struck_whole check ((struck_at is null) = (struck_by is null))
);
create index support_by_date on tenant.support (tenant_id, on_date);

create table tenant.support_organisation (
  tenant_id uuid not null,
  support_id uuid not null,
  entry_id uuid not null,
  constraint support_organisation_key primary key (tenant_id, support_id, entry_id),
  constraint support_organisation_support foreign key (tenant_id, support_id)
    references tenant.support (tenant_id, support_id),
  constraint support_organisation_entry foreign key (tenant_id, entry_id)
    references tenant.register_entry (tenant_id, entry_id)
);

-- Whether a version is what the board works with. A later version is offered; the board accepts or declines it,
-- and the one offered next replaces it. return.latest_version is the one that stands.
alter table tenant.return_version
  add column standing app.code not null default 'accepted',
  add column decided_at timestamptz,
  add column decided_by uuid,
  add column decided_by_name app.line,
  add column decision_words app.paragraph,
  add constraint return_version_standing check (standing in ('accepted', 'offered', 'declined', 'replaced')),
  add constraint return_version_decided_by foreign key (decided_by) references identity.person,
  add constraint return_version_declined_with_words
    check (standing <> 'declined' or decision_words is not null and decided_at is not null);
alter table tenant.return add column offered_version app.version;

-- The actions as a version states them; what becomes of them is the board's own record.
create table tenant.return_action (
  tenant_id uuid not null,
  return_id uuid not null,
  version_no app.version not null,
  line_no app.version not null,
  agency_id uuid,
  action_id uuid not null,
  is_new boolean not null,
  kind app.code not null,
  area app.line not null default '',
  change app.paragraph not null default '',
  places app.paragraph not null default '',
  what app.paragraph not null,
  how app.paragraph not null default '',
  lead app.line not null default '',
  by_on date,
  progress app.paragraph not null default '',
  evidence app.paragraph not null default '',
  risks app.paragraph not null default '',
  constraint return_action_key primary key (tenant_id, return_id, version_no, line_no),
  constraint return_action_version foreign key (tenant_id, return_id, version_no)
    references tenant.return_version (tenant_id, return_id, version_no),
  constraint return_action_action foreign key (tenant_id, action_id)
    references tenant.action (tenant_id, action_id),
  constraint return_action_kind check (kind in ('commitment', 'promise'))
);
-- Came with a version that does not stand (yet): nobody works with it.
alter table tenant.action add column offered boolean not null default false;

alter table directory.receipt drop constraint receipt_state;
alter table directory.receipt add constraint receipt_state
  check (state in ('delivered', 'received', 'superseded', 'declined', 'withdrawn'));

do $$
declare
  v_board text := 'tenant_id = (select app.sealed_party(''board''))';
  v_agency text := 'agency_id = (select app.sealed_party(''agency''))';
  v_requested text := ' and exists (select from tenant.request q where q.tenant_id = thread.tenant_id'
                      ' and q.request_id = thread.request_id)';
  v_spoken text := ' and exists (select from tenant.thread t where t.tenant_id = thread_message.tenant_id'
                   ' and t.thread_id = thread_message.thread_id)';
  v_follows text := 'tenant_id = (select app.sealed_party(''agency'')) and exists (select from tenant.thread t'
                    ' where t.tenant_id = thread_follower.board_id and t.thread_id = thread_follower.thread_id)';
  name text;
  p record;
begin
  foreach name in array array['thread', 'thread_message', 'guidance', 'guidance_version', 'support',
                              'support_organisation', 'return_action'] loop
    execute format('alter table tenant.%I enable row level security', name);
    execute format('alter table tenant.%I force row level security', name);
    execute format('create policy %I on tenant.%I for select to scope_board using (%s)',
                   name || '_board_reads', name, v_board);
    continue when name = 'return_action';
    execute format('create policy %I on tenant.%I for insert to scope_board with check (%s)',
                   name || '_board_adds', name, v_board || case name
                     when 'thread' then ' and begun_by = ''board'''
                     when 'thread_message' then ' and side = ''board''' else '' end);
    continue when name not in ('thread', 'guidance', 'support');
    execute format('create policy %I on tenant.%I for update to scope_board using (%s) with check (%s)',
                   name || '_board_changes', name, v_board, v_board);
  end loop;

  execute format('create policy thread_agency_reads on tenant.thread for select to scope_agency using (%s)',
                 v_agency || v_requested);
  execute format('create policy thread_agency_adds on tenant.thread for insert to scope_agency with check (%s)',
                 v_agency || ' and begun_by = ''agency''' || v_requested);
  execute format('create policy thread_agency_changes on tenant.thread for update to scope_agency'
                 ' using (%s) with check (%s)', v_agency || v_requested, v_agency || v_requested);
  execute format('create policy thread_message_agency_reads on tenant.thread_message for select to scope_agency'
                 ' using (%s)', v_agency || v_spoken);
  execute format('create policy thread_message_agency_adds on tenant.thread_message for insert to scope_agency'
                 ' with check (%s)', v_agency || ' and side = ''agency''' || v_spoken);
  execute format('alter table tenant.thread_follower enable row level security');
  execute format('alter table tenant.thread_follower force row level security');
  execute format('create policy thread_follower_agency_reads on tenant.thread_follower for select to scope_agency'
                 ' using (%s)', v_follows);
  execute format('create policy thread_follower_agency_adds on tenant.thread_follower for insert to scope_agency'
                 ' with check (%s)', v_follows);
  execute format('create policy return_action_agency_reads on tenant.return_action for select to scope_agency'
                 ' using (%s)', v_agency || ' and exists (select from tenant.return r where r.tenant_id ='
                 ' return_action.tenant_id and r.return_id = return_action.return_id)');

  -- An action of a version that does not stand is seen by nobody; the board sees it the moment that it stands.
  for p in select y.polname, pg_get_expr(y.polqual, y.polrelid) as rule from pg_policy y
            where y.polrelid = 'tenant.action'::regclass
              and y.polname in ('action_agency_reads', 'action_sight_reads', 'action_board_reads') loop
    execute format('alter policy %I on tenant.action using (%s and %s)', p.polname, p.rule,
      case p.polname when 'action_board_reads'
        then 'not exists (select from tenant.return_version v where v.tenant_id = action.tenant_id'
             ' and v.return_id = action.return_id and v.version_no = action.version_no'
             ' and v.standing <> ''accepted'')'
        else 'not offered' end);
  end loop;
end $$;

create policy guidance_agency_reads on tenant.guidance for select to scope_agency
  using ((select app.sealed_scope('agency')) and withdrawn_at is null and exists (
    select from tenant.request q where q.tenant_id = guidance.tenant_id
       and q.agency_id = (select app.sealed_party('agency')) and q.state = 'open'
       and q.template_code = guidance.template_code and q.template_version = guidance.template_version));
create policy guidance_version_agency_reads on tenant.guidance_version for select to scope_agency
  using ((select app.sealed_scope('agency')) and exists (
    select from tenant.guidance g where g.tenant_id = guidance_version.tenant_id
       and g.guidance_id = guidance_version.guidance_id
       and g.latest_version = guidance_version.version_no));

create policy return_action_delivery_reads on tenant.return_action for select to scope_delivery
  using (tenant_id = (select app.sealed_party('delivery'))
         and agency_id = (select app.sealed_source('delivery')));
create policy return_action_delivery_adds on tenant.return_action for insert to scope_delivery
  with check (tenant_id = (select app.sealed_party('delivery'))
              and agency_id = (select app.sealed_source('delivery')));
create policy return_version_delivery_changes on tenant.return_version for update to scope_delivery
  using (tenant_id = (select app.sealed_party('delivery'))
         and agency_id = (select app.sealed_source('delivery')))
  with check (tenant_id = (select app.sealed_party('delivery'))
              and agency_id = (select app.sealed_source('delivery')));
create policy rollup_board_adds on tenant.rollup for insert to scope_board
  with check (tenant_id = (select app.sealed_party('board')));
create policy rollup_board_changes on tenant.rollup for update to scope_board
  using (tenant_id = (select app.sealed_party('board')))
  with check (tenant_id = (select app.sealed_party('board')));

grant select, insert on tenant.thread to scope_board;
grant update (waits_for, waiting_since, messages, last_at, assigned_to, written_by) on tenant.thread to scope_board;
grant select (tenant_id, thread_id, agency_id, request_id, item_code, begun_by, begun_at, waits_for,
  waiting_since, messages, last_at) on tenant.thread to scope_agency;
grant insert (tenant_id, thread_id, agency_id, request_id, item_code, begun_by, begun_at, waits_for,
  waiting_since, last_at) on tenant.thread to scope_agency;
grant update (waits_for, waiting_since, messages, last_at) on tenant.thread to scope_agency;
grant select, insert on tenant.thread_message to scope_board, scope_agency;
grant select on tenant.thread_follower to scope_agency;
grant insert (tenant_id, board_id, thread_id) on tenant.thread_follower to scope_agency;
grant select, insert on tenant.guidance, tenant.support to scope_board;
grant update (latest_version, withdrawn_at, withdrawn_by) on tenant.guidance to scope_board;
grant update (struck_at, struck_by) on tenant.support to scope_board;
grant select, insert on tenant.guidance_version, tenant.support_organisation to scope_board;
grant select (tenant_id, guidance_id, template_code, template_version, item_code, latest_version, made_at,
  withdrawn_at) on tenant.guidance to scope_agency;
grant select (tenant_id, guidance_id, version_no, question, answer, by_name, at)
  on tenant.guidance_version to scope_agency;
grant select (standing, decided_at, decided_by, decided_by_name, decision_words)
  on tenant.return_version to scope_board, scope_share, scope_sight;
grant update (standing, decided_at, decided_by, decided_by_name, decision_words)
  on tenant.return_version to scope_board;
grant update (standing, decided_at) on tenant.return_version to scope_delivery;
grant select (offered_version) on tenant.return to scope_agency;
grant update (latest_version, offered_version, boxes_filled, ratings_set, ratings_chosen, actions_open,
  received_at) on tenant.return to scope_board;
grant update (offered_version) on tenant.return to scope_delivery;
grant select on tenant.return_action to scope_board, scope_agency;
grant select, insert on tenant.return_action to scope_delivery;
grant select (offered) on tenant.action to scope_agency;
grant update (offered) on tenant.action to scope_board;
grant insert, update (n) on tenant.rollup to scope_board;

-- The roll-up counts this version, and the one that stood before it no more.
create function app.count_version(p_board uuid, p_return uuid, p_version integer, p_before integer, p_period text)
returns void
language plpgsql security invoker
as $$
begin
  insert into tenant.rollup as u (tenant_id, period, requirement_code, level, n)
  select p_board, p_period, l.requirement_code, l.level, 1
    from tenant.return_level l
   where l.tenant_id = p_board and l.return_id = p_return and l.version_no = p_version
   order by l.requirement_code, l.level
  on conflict on constraint rollup_key do update set n = u.n + 1;
  update tenant.rollup u set n = u.n - 1
    from tenant.return_level l
   where l.tenant_id = p_board and l.return_id = p_return and l.version_no = p_before
     and u.tenant_id = p_board and u.period = p_period
     and u.requirement_code = l.requirement_code and u.level = l.level;
end $$;

-- An action that is followed already learns what the version that stands now says of it, where it says something
-- else than the last one did.
create function app.tell_actions(p_board uuid, p_return uuid, p_version integer, p_at timestamptz)
returns void
language plpgsql security invoker
as $$
begin
  insert into tenant.action_status (tenant_id, action_id, status_no, agency_id, kind, by_kind, text, by_name, at)
  select n.tenant_id, n.action_id,
         (select coalesce(max(s.status_no), 0) from tenant.action_status s
           where s.tenant_id = n.tenant_id and s.action_id = n.action_id)
           + row_number() over (partition by n.action_id order by n.line_no),
         n.agency_id, 'progress', 'agency',
         left(format(E'Version %s of the return says: %s', n.version_no, n.what)
              || case when n.how <> '' then E'\n' || n.how else '' end
              || case when n.lead <> '' then E'\nLead: ' || n.lead else '' end
              || case when n.by_on is not null
                      then E'\nBy ' || ltrim(to_char(n.by_on, 'DD FMMonth YYYY'), '0') else '' end, 10000),
         coalesce((select o.name from tenant.sign_off o
                    where o.tenant_id = n.tenant_id and o.return_id = n.return_id
                      and o.version_no = n.version_no and o.party_role = 'agency'), ''), p_at
    from tenant.return_action n
    join lateral (select p.what, p.how, p.lead, p.by_on from tenant.return_action p
                    join tenant.return_version v on v.tenant_id = p.tenant_id and v.return_id = p.return_id
                     and v.version_no = p.version_no and v.standing = 'accepted'
                   where p.tenant_id = n.tenant_id and p.return_id = n.return_id
                     and p.action_id = n.action_id and p.version_no < n.version_no
                   order by p.version_no desc, p.line_no limit 1) b on true
   where n.tenant_id = p_board and n.return_id = p_return and n.version_no = p_version and not n.is_new
     and (n.what, n.how, n.lead, n.by_on) is distinct from (b.what, b.how, b.lead, b.by_on);
  update tenant.action a set version = a.version + 1, news_at = p_at
   where a.tenant_id = p_board and a.return_id = p_return
     and exists (select from tenant.action_status s
                  where s.tenant_id = a.tenant_id and s.action_id = a.action_id and s.at = p_at
                    and s.by_kind = 'agency')
     and exists (select from tenant.return_action n
                  where n.tenant_id = a.tenant_id and n.return_id = a.return_id and n.version_no = p_version
                    and n.action_id = a.action_id and not n.is_new);
end $$;
revoke all on function app.count_version(uuid, uuid, integer, integer, text),
  app.tell_actions(uuid, uuid, integer, timestamptz) from public;
grant execute on function app.count_version(uuid, uuid, integer, integer, text),
  app.tell_actions(uuid, uuid, integer, timestamptz) to scope_board, scope_delivery;

create or replace function app.write_delivery(
  p_job_id uuid, p_fence bigint, p_origin text, p_result_hash bytea, p_receipt_code text, p_framework_code text,
  p_framework_version integer, p_mapping_version integer, p_counts integer[], p_box_nos text[], p_box_texts
  text[], p_box_points text[], p_box_states text[], p_box_na_reasons text[], p_box_digests bytea[], p_box_salts
  bytea[], p_source_boxes text[], p_source_kinds text[], p_source_requirements text[], p_source_items text[],
  p_source_answer_versions integer[], p_source_confirmed_on date[], p_source_rules text[], p_source_lows
  integer[], p_source_highs integer[], p_source_chosen_by text[], p_source_reasons text[], p_action_kinds text[],
  p_action_commitments uuid[], p_action_areas text[], p_action_changes text[], p_action_whats text[],
  p_action_hows text[], p_action_leads text[], p_action_by_on date[], p_action_progress text[], p_action_evidence
  text[], p_action_risks text[], p_action_places text[], p_action_scheme text, p_evidence_lines integer[],
  p_evidence_boxes text[], p_level_requirements text[], p_levels integer[], p_at timestamp with time zone DEFAULT
  NULL::timestamp with time zone)
returns table (written boolean, return_id uuid, version_no integer, receipt_code text,
               delivered_at timestamptz)
    LANGUAGE plpgsql
    AS $$
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
  v_new boolean[];
  v_state text;
  v_stood integer;
  v_offered boolean;
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
  -- Whoever writes a version of this return next waits here.
  insert into tenant.return as r
    (tenant_id, request_id, agency_id, origin, boxes_filled, ratings_set, ratings_chosen, actions_open,
     received_at)
  values
    (v_board, v_request, v_agency, p_origin,
     cardinality(p_box_nos) - coalesce(p_counts[3], 0), p_counts[1], p_counts[2],
     cardinality(p_action_whats), v_at)
  on conflict on constraint return_once_per_request do update set state = r.state
  returning r.return_id, r.state, r.latest_version into v_return, v_state, v_stood;
  v_version := (select coalesce(max(v.version_no), 0) + 1 from tenant.return_version v
                 where v.tenant_id = v_board and v.return_id = v_return);
  -- The first stands, and so does what the board had asked for by sending the return back.
  v_offered := v_version > 1 and v_state <> 'returned';
  if v_version > 1 then
    update tenant.return_version v set standing = 'replaced', decided_at = v_at
     where v.tenant_id = v_board and v.return_id = v_return and v.standing = 'offered';
  end if;

  with version as (
    insert into tenant.return_version
      (tenant_id, return_id, version_no, agency_id, submission_id, template_code, template_version,
       framework_code, framework_version, mapping_version, hash, receipt_code, delivered_at, box_count, set_count,
       chosen_count, unanswered_count, no_point_count, na_count, residual_count, local_count, standing)
    values
      (v_board, v_return, v_version, v_agency, v_submission, v_delivery.template_code,
       v_delivery.template_version, p_framework_code, p_framework_version, p_mapping_version, p_result_hash,
       p_receipt_code, v_at, cardinality(p_box_nos), p_counts[1], p_counts[2], p_counts[3], p_counts[4],
       p_counts[5], p_counts[6], p_counts[7], case when v_offered then 'offered' else 'accepted' end)),
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
     jsonb_build_object('version', v_version, 'hash', encode(p_result_hash, 'hex'), 'agency', v_agency)
       || case when v_offered then '{"offered": true}'::jsonb else '{}'::jsonb end);
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
    -- An undertaking that the board follows already stays that one action: the newer words come to it as an
    -- entry of its history once the version stands.
    select array_agg(coalesce(l.known, gen_random_uuid()) order by l.line_no),
           array_agg(l.known is null order by l.line_no)
      into v_action_ids, v_new
      from (select a.line_no, case when v_version > 1 then (
                     select c.action_id from tenant.action c
                      where c.tenant_id = v_board and c.agency_id = v_agency and c.return_id = v_return
                        and not c.offered and c.source_kind = a.kind and c.area = a.area
                        and (a.commitment_id is null and c.what = a.what
                             or exists (select from tenant.action_link k
                                         where k.tenant_id = v_agency and k.board_id = v_board
                                           and k.commitment_id = a.commitment_id
                                           and k.action_id = c.action_id))
                      order by c.made_at, c.action_id limit 1) end as known
              from unnest(p_action_kinds, p_action_commitments, p_action_areas, p_action_whats)
                   with ordinality as a (kind, commitment_id, area, what, line_no)) l;
    insert into tenant.action
      (tenant_id, action_id, agency_id, source_kind, return_id, version_no, area, change, places, what,
       how, lead, by_on, progress, evidence, risks, scheme, made_at, offered)
    select v_board, a.action_id, v_agency, a.kind, v_return, v_version, a.area, a.change, a.places,
           a.what, a.how, a.lead, a.by_on, a.progress, a.evidence, a.risks, p_action_scheme, v_at, v_offered
      from unnest(v_action_ids, v_new, p_action_kinds, p_action_areas, p_action_changes, p_action_places,
                  p_action_whats, p_action_hows, p_action_leads, p_action_by_on, p_action_progress,
                  p_action_evidence, p_action_risks)
           as a (action_id, is_new, kind, area, change, places, what, how, lead, by_on, progress, evidence,
                 risks)
     where a.is_new;
    insert into tenant.return_action
      (tenant_id, return_id, version_no, line_no, agency_id, action_id, is_new, kind, area, change, places,
       what, how, lead, by_on, progress, evidence, risks)
    select v_board, v_return, v_version, a.line_no, v_agency, a.action_id, a.is_new, a.kind, a.area,
           a.change, a.places, a.what, a.how, a.lead, a.by_on, a.progress, a.evidence, a.risks
      from unnest(v_action_ids, v_new, p_action_kinds, p_action_areas, p_action_changes, p_action_places,
                  p_action_whats, p_action_hows, p_action_leads, p_action_by_on, p_action_progress,
                  p_action_evidence, p_action_risks)
           with ordinality
           as a (action_id, is_new, kind, area, change, places, what, how, lead, by_on, progress, evidence,
                 risks, line_no);
    insert into tenant.action_link (tenant_id, commitment_id, board_id, action_id)
    select v_agency, a.commitment_id, v_board, a.action_id
      from unnest(p_action_commitments, v_action_ids, v_new) as a (commitment_id, action_id, is_new)
     where a.commitment_id is not null and a.is_new;
  end if;

  if cardinality(p_level_requirements) > 0 then
    insert into tenant.return_level (tenant_id, return_id, version_no, requirement_code, level)
    select v_board, v_return, v_version, l.requirement_code, l.level
      from unnest(p_level_requirements, p_levels) as l (requirement_code, level);
  end if;
  if v_offered then
    update tenant.return r set offered_version = v_version
     where r.tenant_id = v_board and r.return_id = v_return;
  else
    -- Counts go in one order, so that two first deliveries to one board wait rather than deadlock; a later
    -- version may be rolled back by a deadlock and is then simply tried again.
    perform app.count_version(v_board, v_return, v_version, case when v_version > 1 then v_stood end,
                              v_delivery.period);
    if v_version > 1 then
      update tenant.return r
         set latest_version = v_version, offered_version = null, state = 'received', received_at = v_at,
             boxes_filled = cardinality(p_box_nos) - coalesce(p_counts[3], 0), ratings_set = p_counts[1],
             ratings_chosen = p_counts[2],
             actions_open = r.actions_open + (select count(*) from unnest(v_new) n where n)
       where r.tenant_id = v_board and r.return_id = v_return;
      perform app.tell_actions(v_board, v_return, v_version, v_at);
    end if;
  end if;

  update tenant.delivery d
     set state = 'delivered', result_hash = p_result_hash, return_id = v_return, version_no = v_version,
         delivered_at = v_at
   where d.tenant_id = v_agency and d.submission_id = v_submission and d.request_id = v_request;
  perform jobs.finish(p_job_id, p_fence);
  return query select true, v_return, v_version, p_receipt_code, v_at;
end $$;

-- The board accepts the version that is offered, or declines it in words. Answers 'done', 'gone' for what is not
-- this board's, else how the version stands that somebody else decided on, or a newer one replaced.
create function app.decide_supplement(p_return uuid, p_version integer, p_accept boolean, p_words text,
                                      p_by_name text, p_at timestamptz)
returns text
language plpgsql security invoker
as $$
declare
  v_board uuid := app.sealed_party('board');
  v_return record;
  v_version record;
  v_period text;
begin
  select r.request_id, r.latest_version, r.offered_version, r.state into v_return from tenant.return r
   where r.tenant_id = v_board and r.return_id = p_return for update;
  if not found then
    return 'gone';
  end if;
  select v.standing, v.receipt_code, v.box_count, v.unanswered_count, v.set_count, v.chosen_count
    into v_version from tenant.return_version v
   where v.tenant_id = v_board and v.return_id = p_return and v.version_no = p_version;
  if not found then
    return 'gone';
  end if;
  if v_version.standing <> 'offered' or v_return.offered_version is distinct from p_version then
    return v_version.standing;
  end if;
  update tenant.return_version v
     set standing = case when p_accept then 'accepted' else 'declined' end, decided_at = p_at,
         decided_by = app.person(), decided_by_name = p_by_name, decision_words = p_words,
         accepted_at = case when p_accept then p_at end,
         accepted_by = case when p_accept then app.person() end
   where v.tenant_id = v_board and v.return_id = p_return and v.version_no = p_version;
  update directory.receipt c
     set state = case when p_accept then 'received' else 'declined' end,
         received_on = (p_at at time zone 'Europe/London')::date
   where c.board_id = v_board and c.code_hash = sha256(convert_to(v_version.receipt_code, 'UTF8'));
  if not p_accept then
    update tenant.return r set offered_version = null
     where r.tenant_id = v_board and r.return_id = p_return;
    return 'done';
  end if;
  update directory.receipt c set state = 'superseded'
    from tenant.return_version o
   where o.tenant_id = v_board and o.return_id = p_return and o.version_no = v_return.latest_version
     and c.board_id = v_board and c.code_hash = sha256(convert_to(o.receipt_code, 'UTF8'));
  update tenant.action a set offered = false
   where a.tenant_id = v_board and a.return_id = p_return and a.version_no = p_version;
  update tenant.return r
     set latest_version = p_version, offered_version = null, received_at = p_at,
         state = case when r.state = 'received' then 'acknowledged' else r.state end,
         boxes_filled = v_version.box_count - v_version.unanswered_count,
         ratings_set = v_version.set_count, ratings_chosen = v_version.chosen_count,
         actions_open = r.actions_open
           + (select count(*) from tenant.return_action n
               where n.tenant_id = v_board and n.return_id = p_return and n.version_no = p_version and n.is_new)
   where r.tenant_id = v_board and r.return_id = p_return;
  select q.period into v_period from tenant.request q
   where q.tenant_id = v_board and q.request_id = v_return.request_id;
  perform app.count_version(v_board, p_return, p_version, v_return.latest_version, v_period);
  perform app.tell_actions(v_board, p_return, p_version, p_at);
  return 'done';
end $$;
revoke all on function app.decide_supplement(uuid, integer, boolean, text, text, timestamptz) from public;
grant execute on function app.decide_supplement(uuid, integer, boolean, text, text, timestamptz) to scope_board;

-- Something happened that people of the other party are told of by mail: a job of that party says whom and how.
-- Only to whom one is connected with.
insert into jobs.kind (kind, announced_from, runs_as) values
  ('tell_of_answer', 'system', 'agency'), ('tell_of_supplement', 'system', 'agency');
create function jobs.announce_telling(p_kind text, p_party uuid, p_ref uuid, p_target uuid) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_from text := split_part(current_setting('onereturn.scope', true), '|', 1);
  v_self uuid := app.sealed_party(v_from);
begin
  if p_kind is distinct from 'tell_of_answer'
     and (p_kind is distinct from 'tell_of_supplement' or v_from <> 'board') then
    raise exception 'this scope announces no such job' using errcode = 'OR001';
  end if;
  insert into jobs.job (kind, scope, party_id, source_tenant, source_ref, target_ref)
  select p_kind, case v_from when 'board' then 'agency' else 'board' end, p_party, p_party, p_ref, p_target
    from tenancy.connection c
   where c.ended_at is null
     and (v_from = 'board' and c.board_id = v_self and c.agency_id = p_party
          or v_from = 'agency' and c.agency_id = v_self and c.board_id = p_party)
  on conflict on constraint job_once_per_source do nothing;
end $$;
revoke all on function jobs.announce_telling(text, uuid, uuid, uuid) from public;
grant execute on function jobs.announce_telling(text, uuid, uuid, uuid) to scope_board, scope_agency;

-- One mail a day and person at most, of whichever conversation.
create table identity.told_of_answer (
  membership_id uuid not null,
  on_day date not null,
  constraint told_of_answer_key primary key (membership_id, on_day),
  constraint told_of_answer_membership foreign key (membership_id) references identity.membership
);

-- Of these people those who are still here; else an agency's leads, a board's managers and assistants. Of answers
-- and questions nobody is told twice on a day. Answers how many mails were queued.
create function identity.tell_colleagues(p_people uuid[], p_unit_id uuid, p_kind text, p_day date)
returns integer
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_scope text := split_part(current_setting('onereturn.scope', true), '|', 1);
  v_party uuid := app.sealed_party(v_scope);
  v_told integer := 0;
  r record;
begin
  if app.job() is null
     or p_kind not in ('answer_there', 'question_there', 'supplement_accepted', 'supplement_declined') then
    raise exception 'this is for a job' using errcode = 'OR001';
  end if;
  delete from identity.told_of_answer t where t.on_day < p_day - 90;
  for r in
    with here as (
      select distinct on (m.person_id) m.membership_id, m.person_id, m.role, m.unit_id, n.email, n.display_name
        from identity.membership m join identity.person n on n.person_id = m.person_id
       where m.party_id = v_party and n.disabled_at is null
         and (m.to_at is null or m.to_at > now())
         and not exists (select from identity.client c where c.person_id = n.person_id)
       order by m.person_id, m.role in ('lead', 'manager') desc, m.from_at, m.membership_id),
    named as (select h.membership_id from here h where h.person_id = any (p_people))
    select h.membership_id, h.email, h.display_name from here h
     where h.membership_id in (select n.membership_id from named n)
        or not exists (select from named)
           and (h.role = 'lead' and (h.unit_id is null or p_unit_id is null or h.unit_id = p_unit_id)
                or v_scope = 'board' and h.role in ('manager', 'assistant'))
     order by h.membership_id limit 50
  loop
    if p_kind in ('answer_there', 'question_there') then
      insert into identity.told_of_answer as t (membership_id, on_day) values (r.membership_id, p_day)
      on conflict on constraint told_of_answer_key do nothing;
      continue when not found;
    end if;
    perform identity.post(v_party, p_kind, r.email,
      (select jsonb_build_object('name', r.display_name, 'party', f.name)
         from tenancy.party_profile f where f.party_id = v_party));
    v_told := v_told + 1;
  end loop;
  return v_told;
end $$;
revoke all on function identity.tell_colleagues(uuid[], uuid, text, date) from public;
grant execute on function identity.tell_colleagues(uuid[], uuid, text, date) to scope_board, scope_agency;

-- The job of the party that is told: who it concerns, and what it is. A message waits for no answer to be told of:
-- whoever has read it already has one mail too many, once a day at most.
create function app.tell_people(p_job_id uuid, p_fence bigint, p_day date) returns integer
language plpgsql security invoker
as $$
declare
  v_job record := identity.enter_job(p_job_id, p_fence);
  v_people uuid[];
  v_unit uuid;
  v_standing text;
  v_told integer := 0;
begin
  if v_job.kind = 'tell_of_supplement' then
    select q.unit_id, (select v.standing from tenant.return_version v
                        where v.tenant_id = r.tenant_id and v.return_id = r.return_id
                          and v.standing in ('accepted', 'declined') and v.decided_at is not null
                        order by v.decided_at desc, v.version_no desc limit 1)
      into v_unit, v_standing
      from tenant.return r
      join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
     where r.agency_id = v_job.party_id and r.return_id = v_job.source_ref;
    if v_standing is not null then
      v_told := identity.tell_colleagues('{}', v_unit, 'supplement_' || v_standing, p_day);
    end if;
  elsif v_job.scope = 'agency' then
    select q.unit_id, array(select f.person_id from tenant.thread_follower f
                             where f.tenant_id = v_job.party_id and f.thread_id = t.thread_id)
      into v_unit, v_people
      from tenant.thread t
      join tenant.request q on q.tenant_id = t.tenant_id and q.request_id = t.request_id
     where t.agency_id = v_job.party_id and t.thread_id = v_job.source_ref;
    if found then
      v_told := identity.tell_colleagues(v_people, v_unit, 'answer_there', p_day);
    end if;
  else
    select array_remove(array[t.assigned_to, case when t.assigned_to is null then t.written_by end], null)
      into v_people
      from tenant.thread t
     where t.tenant_id = v_job.party_id and t.thread_id = v_job.source_ref;
    if found then
      v_told := identity.tell_colleagues(v_people, null, 'question_there', p_day);
    end if;
  end if;
  perform jobs.finish(p_job_id, p_fence);
  return v_told;
end $$;
revoke all on function app.tell_people(uuid, bigint, date) from public;
grant execute on function app.tell_people(uuid, bigint, date) to worker;

-- Guidance is nobody's but the board's: it stays where it is when two rooms become one.
do $$
declare
  v_text text := pg_get_functiondef('app.merge_plan()'::regprocedure);
begin
  if position('''audit_seal''' in v_text) = 0 then
    raise exception 'the plan of a merge is not what this change was written for';
  end if;
  execute replace(v_text, '''audit_seal''', '''audit_seal'', ''guidance'', ''guidance_version''');
end $$;

call app.cover_merge();
