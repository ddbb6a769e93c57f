-- The board's side of actions: whom one is about, in whose words it stands, a history that is only added to. What
-- an agency reports goes once into its own room, and a job carries it to each board's record.

-- role: what the point of the board's scheme means, kept beside it so that a list counts without opening forms.
-- said: what the agency said last. with_person: who of the board looks after it.
alter table tenant.action
  add column entry_id uuid,
  add column unit_id uuid,
  add column template_code app.code,
  add column template_version app.version,
  add column point app.code,
  add column role app.code,
  add column said app.code not null default '',
  add column asked_again boolean not null default false,
  add column with_person uuid,
  add column version app.version not null default 1,
  add column news_at timestamptz,
  add column ended_at timestamptz,
  add constraint action_entry foreign key (tenant_id, entry_id)
    references tenant.register_entry (tenant_id, entry_id),
  add constraint action_unit foreign key (agency_id, unit_id) references tenant.unit (tenant_id, unit_id),
  add constraint action_unit_needs_agency check (unit_id is null or agency_id is not null),
  add constraint action_form foreign key (template_code, template_version)
    references catalogue.template_version (template_code, version),
  add constraint action_form_is_whole check ((template_code is null) = (template_version is null)),
  add constraint action_with foreign key (with_person) references identity.person,
  add constraint action_said check (said in ('', 'under_way', 'done')),
  add constraint action_role check (role in ('complete', 'on_track', 'at_risk', 'off_track')),
  add constraint action_point_has_its_role check ((point is null) = (role is null)),
  add constraint action_ended_whole check (state in ('verified', 'closed') or ended_at is null);
create index action_by_entry on tenant.action (tenant_id, entry_id);
grant select (unit_id, template_code, template_version, point, role, said, asked_again)
  on tenant.action to scope_agency;
grant update (point, role, said, asked_again, with_person, version, news_at, ended_at)
  on tenant.action to scope_board;
grant update (said, asked_again, version, news_at) on tenant.action to scope_delivery;
create policy action_delivery_changes on tenant.action for update to scope_delivery
  using (tenant_id = (select app.sealed_party('delivery')) and agency_id = (select app.sealed_source('delivery')))
  with check (tenant_id = (select app.sealed_party('delivery'))
              and agency_id = (select app.sealed_source('delivery')));
-- Without a return it is a unit's when it says so, and the whole agency's otherwise.
alter policy action_agency_reads on tenant.action
  using (agency_id = (select app.sealed_party('agency'))
         and case when return_id is null
                  then unit_id is not distinct from coalesce((select app.sealed_unit('agency')), unit_id)
                  else exists (select from tenant.return r
                                where r.tenant_id = action.tenant_id and r.return_id = action.return_id) end);

-- told: words of the board that the agency reads; text is the board's own, or what an agency reported.
alter table tenant.action_status
  drop constraint action_status_kind,
  add column told app.paragraph not null default '',
  add column was_point app.code,
  add column was_on date,
  add column by_on date,
  add column said app.code not null default '',
  add column by_kind app.code not null default 'board',
  add constraint action_status_kind check (kind in ('made', 'progress', 'status', 'moved', 'changed', 'with',
    'mailed', 'asked', 'verified', 'closed', 'reopened')),
  add constraint action_status_said check (said in ('', 'under_way', 'done', 'not_yet')),
  add constraint action_status_by_kind check (by_kind in ('board', 'agency', 'link'));
revoke select on tenant.action_status from scope_agency;
grant select (tenant_id, action_id, status_no, agency_id, kind, point, told, was_point, was_on, by_on, said,
              by_kind, at) on tenant.action_status to scope_agency;

-- The pieces that came with a report, for this board alone.
create table tenant.action_evidence (
  tenant_id uuid not null,
  action_id uuid not null,
  status_no app.version not null,
  evidence_no integer not null,
  agency_id uuid,
  evidence_id uuid not null,
  evidence_version app.version not null,
  title app.line not null,
  kept_where app.paragraph,
  blob_sha256 app.sha256,
  constraint action_evidence_key primary key (tenant_id, action_id, status_no, evidence_no),
  constraint action_evidence_status foreign key (tenant_id, action_id, status_no)
    references tenant.action_status (tenant_id, action_id, status_no),
  constraint action_evidence_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id)
);
create index action_evidence_of_agency on tenant.action_evidence (agency_id, blob_sha256);

create table tenant.action_evidence_opening (
  tenant_id uuid not null,
  opening_id uuid not null default gen_random_uuid(),
  agency_id uuid not null,
  action_id uuid not null,
  status_no app.version not null,
  evidence_no integer not null,
  role app.code not null default app.role(),
  opened_by uuid not null default app.person(),
  opened_at timestamptz not null,
  constraint action_evidence_opening_key primary key (tenant_id, opening_id),
  constraint action_evidence_opening_piece foreign key (tenant_id, action_id, status_no, evidence_no)
    references tenant.action_evidence (tenant_id, action_id, status_no, evidence_no),
  constraint action_evidence_opening_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id),
  constraint action_evidence_opening_by foreign key (opened_by) references identity.person
);
create index action_evidence_opening_of_agency
  on tenant.action_evidence_opening (agency_id, opened_at, opening_id);

-- The agency's own: what was said once, to which records it goes, and which pieces each board gets.
create table tenant.progress_report (
  tenant_id uuid not null,
  report_id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  commitment_id uuid,
  said app.code not null,
  text app.paragraph not null,
  new_on date,
  by_person uuid not null default app.person(),
  by_name app.line not null,
  at timestamptz not null,
  constraint progress_report_key primary key (tenant_id, report_id),
  constraint progress_report_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint progress_report_commitment foreign key (tenant_id, commitment_id)
    references tenant.commitment (tenant_id, commitment_id),
  constraint progress_report_by foreign key (by_person) references identity.person,
  constraint progress_report_said check (said in ('under_way', 'done'))
);
create index progress_report_of_commitment on tenant.progress_report (tenant_id, commitment_id, at);

create table tenant.progress_report_action (
  tenant_id uuid not null,
  report_id uuid not null,
  board_id uuid not null,
  action_id uuid not null,
  constraint progress_report_action_key primary key (tenant_id, report_id, board_id, action_id),
  constraint progress_report_action_report foreign key (tenant_id, report_id)
    references tenant.progress_report (tenant_id, report_id),
  constraint progress_report_action_action foreign key (board_id, action_id, tenant_id)
    references tenant.action (tenant_id, action_id, agency_id)
);

create table tenant.progress_report_evidence (
  tenant_id uuid not null,
  report_id uuid not null,
  board_id uuid not null,
  line_no integer not null,
  evidence_id uuid not null,
  evidence_version app.version not null,
  title app.line not null,
  kept_where app.paragraph,
  blob_sha256 app.sha256,
  constraint progress_report_evidence_key primary key (tenant_id, report_id, board_id, line_no),
  constraint progress_report_evidence_report foreign key (tenant_id, report_id)
    references tenant.progress_report (tenant_id, report_id),
  constraint progress_report_evidence_piece foreign key (tenant_id, evidence_id, evidence_version)
    references tenant.evidence_version (tenant_id, evidence_id, version),
  constraint progress_report_evidence_granted foreign key (tenant_id, evidence_id, board_id)
    references tenant.evidence_grant (tenant_id, evidence_id, board_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['action_evidence', 'action_evidence_opening', 'progress_report',
                              'progress_report_action', 'progress_report_evidence'] loop
    execute format('alter table tenant.%I enable row level security', name);
    execute format('alter table tenant.%I force row level security', name);
  end loop;
end $$;

create policy action_evidence_board_reads on tenant.action_evidence for select to scope_board
  using (tenant_id = (select app.sealed_party('board')));
create policy action_evidence_delivery_reads on tenant.action_evidence for select to scope_delivery
  using (tenant_id = (select app.sealed_party('delivery')) and agency_id = (select app.sealed_source('delivery')));
create policy action_evidence_delivery_adds on tenant.action_evidence for insert to scope_delivery
  with check (tenant_id = (select app.sealed_party('delivery'))
              and agency_id = (select app.sealed_source('delivery')));
create policy action_evidence_agency_reads on tenant.action_evidence for select to scope_agency
  using (agency_id = (select app.sealed_party('agency'))
         and exists (select from tenant.action a
                      where a.tenant_id = action_evidence.tenant_id and a.action_id = action_evidence.action_id));
grant select (tenant_id, action_id, status_no, evidence_no, agency_id, title, kept_where, blob_sha256)
  on tenant.action_evidence to scope_board;
grant select, insert on tenant.action_evidence to scope_delivery;
grant select on tenant.action_evidence to scope_agency;

create policy action_evidence_opening_board_reads on tenant.action_evidence_opening for select to scope_board
  using (tenant_id = (select app.sealed_party('board')));
create policy action_evidence_opening_board_adds on tenant.action_evidence_opening for insert to scope_board
  with check (tenant_id = (select app.sealed_party('board')));
create policy action_evidence_opening_agency_reads on tenant.action_evidence_opening for select to scope_agency
  using (agency_id = (select app.sealed_party('agency'))
         and exists (select from tenant.action a
                      where a.tenant_id = action_evidence_opening.tenant_id
                        and a.action_id = action_evidence_opening.action_id));
grant select, insert on tenant.action_evidence_opening to scope_board;
grant select (tenant_id, opening_id, agency_id, action_id, status_no, evidence_no, role, opened_at)
  on tenant.action_evidence_opening to scope_agency;

create policy progress_report_agency_reads on tenant.progress_report for select to scope_agency
  using (tenant_id = (select app.sealed_party('agency'))
         and unit_id = any (coalesce((select app.units_to_read()), array[unit_id])));
create policy progress_report_agency_adds on tenant.progress_report for insert to scope_agency
  with check (tenant_id = (select app.sealed_party('agency'))
              and unit_id = coalesce((select app.sealed_unit('agency')), unit_id));
create policy progress_report_delivery_reads on tenant.progress_report for select to scope_delivery
  using (tenant_id = (select app.sealed_source('delivery')) and report_id = (select app.sealed_ref('delivery')));
grant select, insert on tenant.progress_report to scope_agency;
grant select on tenant.progress_report to scope_delivery;

do $$
declare
  name text;
begin
  foreach name in array array['progress_report_action', 'progress_report_evidence'] loop
    execute format('create policy %I on tenant.%I for select to scope_agency using ('
      'tenant_id = (select app.sealed_party(''agency'')) and exists (select from tenant.progress_report r'
      ' where r.tenant_id = %I.tenant_id and r.report_id = %I.report_id))',
      name || '_agency_reads', name, name, name);
    execute format('create policy %I on tenant.%I for insert to scope_agency with check ('
      'tenant_id = (select app.sealed_party(''agency'')) and exists (select from tenant.progress_report r'
      ' where r.tenant_id = %I.tenant_id and r.report_id = %I.report_id))',
      name || '_agency_adds', name, name, name);
    execute format('create policy %I on tenant.%I for select to scope_delivery using ('
      'tenant_id = (select app.sealed_source(''delivery'')) and report_id = (select app.sealed_ref(''delivery''))'
      ' and board_id = (select app.sealed_party(''delivery'')))', name || '_delivery_reads', name);
    execute format('grant select, insert on tenant.%I to scope_agency', name);
    execute format('grant select on tenant.%I to scope_delivery', name);
  end loop;
end $$;

-- What was reported, as one dated entry in each of this board's records that it is about.
create function app.carry_progress(p_job_id uuid, p_fence bigint)
returns integer
language plpgsql
as $$
declare
  v_job record := identity.enter_job(p_job_id, p_fence);
  v_report record;
  v_action uuid;
  v_no integer;
  v_count integer := 0;
begin
  select * into strict v_report from tenant.progress_report r
   where r.tenant_id = v_job.source_tenant and r.report_id = v_job.source_ref;
  for v_action in
    select p.action_id from tenant.progress_report_action p
     where p.tenant_id = v_job.source_tenant and p.report_id = v_job.source_ref
       and p.board_id = v_job.party_id
     order by p.action_id loop
    update tenant.action a
       set said = case when a.state = 'open' then v_report.said else a.said end,
           asked_again = false, version = a.version + 1, news_at = v_report.at
     where a.tenant_id = v_job.party_id and a.action_id = v_action
       and a.agency_id = v_job.source_tenant;
    if not found then
      continue;
    end if;
    select coalesce(max(s.status_no), 0) + 1 into v_no from tenant.action_status s
     where s.tenant_id = v_job.party_id and s.action_id = v_action;
    insert into tenant.action_status
      (tenant_id, action_id, status_no, agency_id, kind, said, text, by_on, by_name, by_kind, at)
    values (v_job.party_id, v_action, v_no, v_job.source_tenant, 'progress', v_report.said, v_report.text,
            v_report.new_on, v_report.by_name, 'agency', v_report.at);
    insert into tenant.action_evidence
      (tenant_id, action_id, status_no, evidence_no, agency_id, evidence_id, evidence_version, title, kept_where,
       blob_sha256)
    select v_job.party_id, v_action, v_no, e.line_no, v_job.source_tenant, e.evidence_id, e.evidence_version,
           e.title, e.kept_where, e.blob_sha256
      from tenant.progress_report_evidence e
     where e.tenant_id = v_job.source_tenant and e.report_id = v_job.source_ref
       and e.board_id = v_job.party_id;
    insert into tenant.audit_entry (tenant_id, role, job_id, what, subject_kind, subject_ref, facts)
    values (v_job.party_id, 'job', p_job_id, 'action.reported', 'action', v_action::text,
            jsonb_build_object('said', v_report.said));
    v_count := v_count + 1;
  end loop;
  perform jobs.finish(p_job_id, p_fence);
  return v_count;
end $$;
revoke all on function app.carry_progress(uuid, bigint) from public;
grant execute on function app.carry_progress(uuid, bigint) to worker;

-- A file stays while a board's record holds it, or is about to.
create or replace function app.is_unused_content(p_sha256 bytea, p_before timestamptz)
returns boolean
language sql stable
as $$
  select not exists (
           select from tenant.evidence_version v
             join tenant.evidence e on e.tenant_id = v.tenant_id and e.evidence_id = v.evidence_id
            where v.tenant_id = app.party() and v.blob_sha256 = p_sha256
              and (coalesce(e.withdrawn_at > p_before, true)
                   or exists (select from tenant.evidence_grant g
                               where g.tenant_id = e.tenant_id and g.evidence_id = e.evidence_id)))
     and not exists (select from tenant.submission_evidence s
                      where s.tenant_id = app.party() and s.blob_sha256 = p_sha256)
     and not exists (select from tenant.progress_report_evidence p
                      where p.tenant_id = app.party() and p.blob_sha256 = p_sha256)
     and not exists (select from tenant.return_evidence r
                      where r.agency_id = app.party() and r.blob_sha256 = p_sha256)
     and not exists (select from tenant.action_evidence a
                      where a.agency_id = app.party() and a.blob_sha256 = p_sha256)
     and not exists (select from tenant.return_evidence_ask a
                      where a.agency_id = app.party() and a.blob_sha256 = p_sha256);
$$;

-- "Is this done?": a link in a mail that may add one entry to one action. Its title and day stand here, since
-- whoever holds the link is nobody; what was answered stands here until the job has carried it.
do $$
declare
  v_check text := (select pg_get_constraintdef(c.oid) from pg_constraint c
                    where c.conrelid = 'identity.link'::regclass and c.conname = 'link_purpose');
begin
  if position('''join''::text' in v_check) = 0 then
    raise exception 'the purposes of links are not what this change was written for';
  end if;
  alter table identity.link drop constraint link_purpose;
  execute 'alter table identity.link add constraint link_purpose '
          || replace(v_check, '''join''::text', '''join''::text, ''action''::text');
end $$;
insert into jobs.kind (kind, announced_from, runs_as) values ('take_action_answer', 'board', 'board');

create table identity.action_mail (
  link_id uuid not null,
  board_id uuid not null,
  action_id uuid not null,
  title app.line not null,
  due_on date,
  contact_name app.line not null,
  said app.code not null default '',
  text app.paragraph not null default '',
  new_on date,
  made_at timestamptz not null default now(),
  answered_at timestamptz,
  constraint action_mail_key primary key (link_id),
  constraint action_mail_said check (said in ('', 'done', 'not_yet'))
);
create index action_mail_of_action on identity.action_mail (board_id, action_id);

create function identity.queue_action_mail(p_action_id uuid, p_title text, p_due_on date, p_name text,
  p_email text, p_names text[], p_values text[], p_lifetime interval)
returns uuid
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := app.sealed_party('board');
  v_link uuid;
begin
  delete from identity.action_mail a where a.made_at < now() - interval '1 year';
  if not identity.count_use('mails of actions', v_board::text, 300) then
    raise exception 'too many mails, constraint "action_mails_few"'
      using errcode = '23514', constraint = 'action_mails_few';
  end if;
  perform identity.end_action_links(p_action_id);
  insert into identity.link (purpose, party_id, ref, email, lifetime)
  values ('action', v_board, p_action_id, lower(p_email), p_lifetime)
  returning link_id into v_link;
  insert into identity.action_mail (link_id, board_id, action_id, title, due_on, contact_name)
  values (v_link, v_board, p_action_id, p_title, p_due_on, p_name);
  perform identity.post(v_board, 'action_asked', p_email, jsonb_object(p_names, p_values), v_link);
  return v_link;
end $$;
revoke all on function identity.queue_action_mail(uuid, text, date, text, text, text[], text[], interval)
  from public;
grant execute on function identity.queue_action_mail(uuid, text, date, text, text, text[], text[], interval)
  to scope_board;

-- The action is over, or a newer mail took its place.
create function identity.end_action_links(p_action_id uuid)
returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := app.sealed_party('board');
begin
  update identity.link l set used_at = clock_timestamp()
   where l.purpose = 'action' and l.party_id = v_board and l.ref = p_action_id and l.used_at is null
     and l.link_id in (select a.link_id from identity.action_mail a
                        where a.board_id = v_board and a.action_id = p_action_id);
end $$;
revoke all on function identity.end_action_links(uuid) from public;
grant execute on function identity.end_action_links(uuid) to scope_board;

-- Looking uses nothing up: a mail's scanner looks too.
create function identity.read_action_link(p_token_hash bytea, p_address text)
returns table (state text, board_name text, title text, due_on date, contact_name text)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_link identity.link;
begin
  if not identity.count_use('action links from', p_address, 120) then
    state := 'busy';
    return next;
    return;
  end if;
  select l.* into v_link from identity.link_token t join identity.link l on l.link_id = t.link_id
   where t.token_hash = p_token_hash and l.purpose = 'action';
  if not found then
    return;
  end if;
  select case when a.answered_at is not null then 'answered' when v_link.used_at is not null then 'ended'
              when v_link.expires_at <= clock_timestamp() then 'old' else 'open' end,
         f.name::text, a.title::text, a.due_on, a.contact_name::text
    into state, board_name, title, due_on, contact_name
    from identity.action_mail a join tenancy.party_profile f on f.party_id = a.board_id
   where a.link_id = v_link.link_id;
  if not found then
    return;
  end if;
  if state <> 'open' then
    title := null;
    due_on := null;
    contact_name := null;
  end if;
  return next;
end $$;
revoke all on function identity.read_action_link(bytea, text) from public;
grant execute on function identity.read_action_link(bytea, text) to auth;

create function identity.answer_action_link(p_token_hash bytea, p_address text, p_said text, p_text text,
  p_new_on date, p_at timestamptz)
returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_link uuid;
  v_board uuid;
begin
  if not identity.count_use('action links from', p_address, 120) then
    return 'busy';
  end if;
  update identity.link l set used_at = clock_timestamp()
   where l.link_id = identity.good_link(p_token_hash, 'action') and l.used_at is null
  returning l.link_id, l.party_id into v_link, v_board;
  if not found then
    return 'over';
  end if;
  update identity.action_mail a
     set said = p_said, text = p_text, new_on = p_new_on, answered_at = p_at
   where a.link_id = v_link;
  insert into jobs.job (kind, scope, party_id, source_tenant, source_ref)
  values ('take_action_answer', 'board', v_board, v_board, v_link);
  return 'answered';
end $$;
revoke all on function identity.answer_action_link(bytea, text, text, text, date, timestamptz) from public;
grant execute on function identity.answer_action_link(bytea, text, text, text, date, timestamptz) to auth;

-- For the board's job alone. The words go over into the board's room and stay nowhere else.
create function identity.take_action_answer(p_link_id uuid)
returns table (action_id uuid, contact_name text, said text, words text, new_on date, answered_at timestamptz)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := app.sealed_party('board');
begin
  if app.job() is null then
    raise exception 'this is for a job' using errcode = 'OR001';
  end if;
  return query
    select a.action_id, a.contact_name::text, a.said::text, a.text::text, a.new_on, a.answered_at
      from identity.action_mail a
     where a.link_id = p_link_id and a.board_id = v_board and a.answered_at is not null
       for update;
  update identity.action_mail a set text = '', said = '' where a.link_id = p_link_id and a.board_id = v_board;
end $$;
revoke all on function identity.take_action_answer(uuid) from public;
grant execute on function identity.take_action_answer(uuid) to scope_board;

create function app.take_action_answer(p_job_id uuid, p_fence bigint)
returns void
language plpgsql
as $$
declare
  v_job record := identity.enter_job(p_job_id, p_fence);
  v_answer record;
  v_agency uuid;
  v_no integer;
begin
  select * into v_answer from identity.take_action_answer(v_job.source_ref);
  if v_answer.said in ('done', 'not_yet') then
    update tenant.action a
       set said = case when a.state <> 'open' then a.said
                       when v_answer.said = 'done' then 'done' else 'under_way' end,
           asked_again = false, version = a.version + 1, news_at = v_answer.answered_at
     where a.tenant_id = v_job.party_id and a.action_id = v_answer.action_id
    returning a.agency_id into v_agency;
    if found then
      select coalesce(max(s.status_no), 0) + 1 into v_no from tenant.action_status s
       where s.tenant_id = v_job.party_id and s.action_id = v_answer.action_id;
      insert into tenant.action_status
        (tenant_id, action_id, status_no, agency_id, kind, said, text, by_on, by_name, by_kind, at)
      values (v_job.party_id, v_answer.action_id, v_no, v_agency, 'progress', v_answer.said, v_answer.words,
              v_answer.new_on, v_answer.contact_name, 'link', v_answer.answered_at);
      insert into tenant.audit_entry (tenant_id, role, job_id, what, subject_kind, subject_ref, facts)
      values (v_job.party_id, 'job', p_job_id, 'action.answered_by_mail', 'action', v_answer.action_id::text,
              jsonb_build_object('said', v_answer.said));
    end if;
  end if;
  perform jobs.finish(p_job_id, p_fence);
end $$;
revoke all on function app.take_action_answer(uuid, bigint) from public;
grant execute on function app.take_action_answer(uuid, bigint) to worker;

call app.cover_merge();
