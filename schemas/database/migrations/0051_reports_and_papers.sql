-- The reports of a board: drafted from its records, edited, finished in versions, signed off by named people; and
-- the files that the worker makes of them (0059).

-- What a report is about: one return (organisation), one exercise (overview, pack) or a period (the others).
create table tenant.report (
  tenant_id uuid not null,
  report_id uuid not null,
  report_no app.version not null,
  kind app.code not null,
  audit_id uuid,
  return_id uuid,
  from_on date,
  to_on date,
  title app.line not null,
  about app.line not null,
  latest_version app.version not null default 1,
  made_by uuid not null default app.person(),
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_why app.paragraph not null default '',
  constraint report_key primary key (tenant_id, report_id),
  constraint report_number unique (tenant_id, report_no),
  constraint report_tenant foreign key (tenant_id) references tenancy.party,
  constraint report_audit foreign key (tenant_id, audit_id) references tenant.audit (tenant_id, audit_id),
  constraint report_return foreign key (tenant_id, return_id)
    references tenant.return (tenant_id, return_id),
  constraint report_made_by foreign key (made_by) references identity.person,
  constraint report_withdrawn_by foreign key (withdrawn_by) references identity.person,
  constraint report_kind check (kind in
    ('organisation', 'overview', 'improvement_plan', 'highlight', 'exception', 'pack')),
  constraint report_subject check (case
    when kind = 'organisation' then return_id is not null and audit_id is null and from_on is null
    when kind in ('overview', 'pack') then audit_id is not null and return_id is null and from_on is null
    else from_on is not null and to_on is not null and audit_id is null and return_id is null end),
  constraint report_period check (to_on >= from_on and to_on - from_on <= 1100),
  constraint report_period_whole check ((from_on is null) = (to_on is null)),
  constraint report_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index report_of_return on tenant.report (tenant_id, return_id) where return_id is not null;
create index report_of_audit on tenant.report (tenant_id, audit_id) where audit_id is not null;

-- The papers of a pack, in the order of the meeting.
create table tenant.report_paper (
  tenant_id uuid not null,
  report_id uuid not null,
  position integer not null,
  paper_id uuid not null,
  constraint report_paper_key primary key (tenant_id, report_id, position),
  constraint report_paper_once unique (tenant_id, report_id, paper_id),
  constraint report_paper_report foreign key (tenant_id, report_id)
    references tenant.report (tenant_id, report_id),
  constraint report_paper_paper foreign key (tenant_id, paper_id)
    references tenant.report (tenant_id, report_id),
  constraint report_paper_is_another check (paper_id <> report_id),
  constraint report_paper_few check (position between 1 and 200)
);

create table tenant.report_version (
  tenant_id uuid not null,
  report_id uuid not null,
  version_no app.version not null,
  begun_by uuid not null default app.person(),
  begun_at timestamptz not null,
  constraint report_version_key primary key (tenant_id, report_id, version_no),
  constraint report_version_report foreign key (tenant_id, report_id)
    references tenant.report (tenant_id, report_id),
  constraint report_version_begun_by foreign key (begun_by) references identity.person
);

-- drafted: the words that the records gave for each section; facts: the tables beside them. Both may be drawn
-- again until the version is finished. saves counts what changed, so that a file knows whether it is older than the words.
create table tenant.report_draft (
  tenant_id uuid not null,
  report_id uuid not null,
  version_no app.version not null,
  subtitle app.line not null default '',
  drafted jsonb not null,
  facts jsonb not null,
  drafted_at timestamptz not null,
  saves integer not null default 0,
  constraint report_draft_key primary key (tenant_id, report_id, version_no),
  constraint report_draft_version foreign key (tenant_id, report_id, version_no)
    references tenant.report_version (tenant_id, report_id, version_no),
  constraint report_draft_drafted_list check (jsonb_typeof(drafted) = 'array'
    and jsonb_array_length(drafted) <= 30 and octet_length(drafted::text) <= 4000000),
  constraint report_draft_facts_list check (jsonb_typeof(facts) = 'array'
    and octet_length(facts::text) <= 16000000)
);

-- From here on nothing of the version changes: neither its words nor its facts.
create table tenant.report_finish (
  tenant_id uuid not null,
  report_id uuid not null,
  version_no app.version not null,
  finished_by uuid not null default app.person(),
  finished_at timestamptz not null,
  check_value app.sha256 not null,
  constraint report_finish_key primary key (tenant_id, report_id, version_no),
  constraint report_finish_version foreign key (tenant_id, report_id, version_no)
    references tenant.report_version (tenant_id, report_id, version_no),
  constraint report_finish_by foreign key (finished_by) references identity.person
);

-- What people typed in place of what was drafted. Grows only.
create table tenant.report_section (
  tenant_id uuid not null,
  report_id uuid not null,
  version_no app.version not null,
  section_key app.code not null,
  save_no app.version not null,
  words app.document not null,
  how app.code not null default 'typed',
  by_person uuid not null default app.person(),
  at timestamptz not null,
  constraint report_section_key primary key (tenant_id, report_id, version_no, section_key, save_no),
  constraint report_section_version foreign key (tenant_id, report_id, version_no)
    references tenant.report_version (tenant_id, report_id, version_no),
  constraint report_section_by foreign key (by_person) references identity.person,
  constraint report_section_how check (how in ('typed', 'kept')),
  constraint report_section_length check (char_length(words) <= 40000)
);

-- Who stands for a finished version: as they sign, which need not be people of the service.
create table tenant.report_sign_off (
  tenant_id uuid not null,
  report_id uuid not null,
  version_no app.version not null,
  sign_no app.version not null,
  role app.line not null,
  name app.line not null,
  signed_on date not null,
  noted_by uuid not null default app.person(),
  noted_at timestamptz not null,
  constraint report_sign_off_key primary key (tenant_id, report_id, version_no, sign_no),
  constraint report_sign_off_version foreign key (tenant_id, report_id, version_no)
    references tenant.report_version (tenant_id, report_id, version_no),
  constraint report_sign_off_noted_by foreign key (noted_by) references identity.person,
  constraint report_sign_off_says_who check (role <> '' and name <> ''),
  constraint report_sign_off_few check (sign_no <= 20)
);

-- What an overview took over from an organisation's finished report, and where it stands there.
create table tenant.report_conclusion (
  tenant_id uuid not null,
  report_id uuid not null,
  kind app.code not null,
  of_report uuid not null,
  of_version app.version not null,
  of_number app.version not null,
  organisation app.line not null,
  words app.paragraph not null,
  lifted_by uuid not null default app.person(),
  lifted_at timestamptz not null,
  left_at timestamptz,
  constraint report_conclusion_key
    primary key (tenant_id, report_id, kind, of_report, of_version, of_number),
  constraint report_conclusion_report foreign key (tenant_id, report_id)
    references tenant.report (tenant_id, report_id),
  constraint report_conclusion_of foreign key (tenant_id, of_report, of_version)
    references tenant.report_version (tenant_id, report_id, version_no),
  constraint report_conclusion_lifted_by foreign key (lifted_by) references identity.person,
  constraint report_conclusion_kind check (kind in ('conclusion', 'recommendation')),
  constraint report_conclusion_says_something check (words <> '')
);

-- One file of a version in one format. There are bytes when, and only when, it is ready. file_id is another each
-- time it is asked for: a job of an earlier time finds nothing to do.
create table tenant.report_file (
  tenant_id uuid not null,
  report_id uuid not null,
  version_no app.version not null,
  format app.code not null,
  file_id uuid not null,
  state app.code not null default 'asked',
  reason app.line not null default '',
  of_saves integer not null,
  of_signs integer not null default 0,
  asked_by uuid not null default app.person(),
  asked_at timestamptz not null,
  made_at timestamptz,
  size_bytes integer,
  sha256 app.sha256,
  content bytea,
  constraint report_file_key primary key (tenant_id, report_id, version_no, format),
  constraint report_file_once unique (tenant_id, file_id),
  constraint report_file_version foreign key (tenant_id, report_id, version_no)
    references tenant.report_version (tenant_id, report_id, version_no),
  constraint report_file_asked_by foreign key (asked_by) references identity.person,
  constraint report_file_format check (format in ('html', 'pdf', 'docx', 'odt', 'xlsx', 'ods', 'csv')),
  constraint report_file_state check (state in ('asked', 'making', 'ready', 'failed')),
  constraint report_file_whole_or_nothing check ((state = 'ready') = (content is not null)
    and (content is null) = (sha256 is null) and (content is null) = (size_bytes is null)
    and (content is null) = (made_at is null)),
  constraint report_file_is_its_bytes check (size_bytes = octet_length(content) and sha256 = sha256(content)),
  constraint report_file_small check (size_bytes <= 60000000),
  constraint report_file_says_why check (state <> 'failed' or reason <> '')
);
alter table tenant.report_file alter column content set storage external;

-- How a board's papers look.
create table tenant.report_look (
  tenant_id uuid not null,
  name app.line not null default '',
  colour app.code not null default '#0b4f5c',
  logo bytea,
  logo_type app.code,
  version app.version not null default 1,
  changed_by uuid not null default app.person(),
  changed_at timestamptz not null,
  constraint report_look_key primary key (tenant_id),
  constraint report_look_tenant foreign key (tenant_id) references tenancy.party,
  constraint report_look_changed_by foreign key (changed_by) references identity.person,
  constraint report_look_colour check (colour ~ '^#[0-9a-f]{6}$'),
  constraint report_look_logo_whole check ((logo is null) = (logo_type is null)),
  constraint report_look_logo_type check (logo_type in ('image/png', 'image/jpeg')),
  constraint report_look_logo_small check (octet_length(logo) <= 500000)
);

do $$
declare
  r record;
begin
  for r in select * from (values
    ('report', true), ('report_paper', false), ('report_version', false), ('report_draft', true),
    ('report_finish', false), ('report_section', false), ('report_sign_off', false),
    ('report_conclusion', true), ('report_file', true), ('report_look', true)
  ) as v (name, changes) loop
    execute format('alter table tenant.%I enable row level security', r.name);
    execute format('alter table tenant.%I force row level security', r.name);
    execute format('create policy %I on tenant.%I for select to scope_board using'
      ' (tenant_id = (select app.sealed_party(''board'')))', r.name || '_board_reads', r.name);
    execute format('create policy %I on tenant.%I for insert to scope_board with check'
      ' (tenant_id = (select app.sealed_party(''board'')))', r.name || '_board_adds', r.name);
    execute format('grant select, insert on tenant.%I to scope_board', r.name);
    if r.changes then
      execute format('create policy %I on tenant.%I for update to scope_board using'
        ' (tenant_id = (select app.sealed_party(''board''))) with check'
        ' (tenant_id = (select app.sealed_party(''board'')))', r.name || '_board_changes', r.name);
    end if;
  end loop;
end $$;
grant update (latest_version, withdrawn_at, withdrawn_by, withdrawn_why) on tenant.report to scope_board;
grant update (subtitle, drafted, facts, drafted_at, saves) on tenant.report_draft to scope_board;
grant update (left_at) on tenant.report_conclusion to scope_board;
grant update (file_id, state, reason, of_saves, of_signs, asked_by, asked_at, made_at, size_bytes, sha256, content)
  on tenant.report_file to scope_board;
grant update (name, colour, logo, logo_type, version, changed_by, changed_at) on tenant.report_look
  to scope_board;

-- Reports of a board are numbered one after the other: whoever numbers one holds this until the transaction ends.
create function app.hold_report_numbers() returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  select pg_advisory_xact_lock(hashtextextended(app.sealed_party('board')::text || ' reports', 0));
$$;
revoke all on function app.hold_report_numbers() from public;
grant execute on function app.hold_report_numbers() to scope_board;

-- What is finished stays as it is, whoever asks: not a word of it, nor its facts, can be written any more, and only
-- what is finished is signed.
alter policy report_draft_board_changes on tenant.report_draft
  using (tenant_id = (select app.sealed_party('board')) and not exists (
    select from tenant.report_finish f
     where f.tenant_id = report_draft.tenant_id and f.report_id = report_draft.report_id
       and f.version_no = report_draft.version_no))
  with check (tenant_id = (select app.sealed_party('board')) and not exists (
    select from tenant.report_finish f
     where f.tenant_id = report_draft.tenant_id and f.report_id = report_draft.report_id
       and f.version_no = report_draft.version_no));
alter policy report_section_board_adds on tenant.report_section
  with check (tenant_id = (select app.sealed_party('board')) and not exists (
    select from tenant.report_finish f
     where f.tenant_id = report_section.tenant_id and f.report_id = report_section.report_id
       and f.version_no = report_section.version_no));
alter policy report_sign_off_board_adds on tenant.report_sign_off
  with check (tenant_id = (select app.sealed_party('board')) and exists (
    select from tenant.report_finish f
     where f.tenant_id = report_sign_off.tenant_id and f.report_id = report_sign_off.report_id
       and f.version_no = report_sign_off.version_no));

-- Papers have lanes of their own, so that no delivery waits for one, and no short one for a long one. Within a lane
-- boards take turns: whoever was served longest ago is next, however much others have waiting.
insert into jobs.kind (kind, announced_from, runs_as) values
  ('make_paper', 'board', 'board'), ('make_long_paper', 'board', 'board');

create table jobs.paper_turn (
  party_id uuid not null,
  kind app.code not null,
  served_at timestamptz not null,
  constraint paper_turn_key primary key (party_id, kind),
  constraint paper_turn_party foreign key (party_id) references tenancy.party,
  constraint paper_turn_kind foreign key (kind) references jobs.kind (kind)
);
create index job_papers_due on jobs.job (kind, not_before)
  where state = 'waiting' and kind in ('make_paper', 'make_long_paper');

create or replace function jobs.claim(p_count integer, p_lease interval)
returns table (job_id uuid, fence bigint, kind text, scope text, party_id uuid, source_tenant uuid,
  source_ref uuid, target_ref uuid, tries integer, caused_by text)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    with due as (
      select j.job_id from jobs.job j
       where j.state = 'waiting' and j.not_before <= clock_timestamp()
         and j.kind not in ('make_paper', 'make_long_paper')
         and not (j.kind = 'deliver' and exists (
           select from jobs.job e
            where e.kind = 'deliver' and e.state in ('waiting', 'running')
              and e.source_tenant = j.source_tenant and e.target_ref = j.target_ref
              and e.announced_at < j.announced_at))
       order by j.not_before
       limit p_count
       for update skip locked)
    update jobs.job j
       set state = 'running', fence = j.fence + 1, tries = j.tries + 1,
           lease_until = clock_timestamp() + p_lease
      from due where j.job_id = due.job_id
    returning j.job_id, j.fence, j.kind::text, j.scope::text, j.party_id, j.source_tenant, j.source_ref,
              j.target_ref, j.tries, j.caused_by::text;
end $$;

-- One paper of that lane, or none.
create function jobs.claim_paper(p_kind text, p_lease interval)
returns table (job_id uuid, fence bigint, kind text, scope text, party_id uuid, source_tenant uuid,
  source_ref uuid, target_ref uuid, tries integer, caused_by text)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_job uuid;
  v_party uuid;
begin
  if p_kind not in ('make_paper', 'make_long_paper') then
    raise exception 'no lane of papers' using errcode = 'OR001';
  end if;
  select j.job_id, j.party_id into v_job, v_party
    from jobs.job j left join jobs.paper_turn t on t.party_id = j.party_id and t.kind = j.kind
   where j.state = 'waiting' and j.not_before <= clock_timestamp() and j.kind = p_kind
   order by t.served_at nulls first, j.not_before, j.job_id
   limit 1
   for update of j skip locked;
  if v_job is null then
    return;
  end if;
  insert into jobs.paper_turn as t (party_id, kind, served_at) values (v_party, p_kind, clock_timestamp())
  on conflict on constraint paper_turn_key do update set served_at = excluded.served_at;
  return query
    update jobs.job j
       set state = 'running', fence = j.fence + 1, tries = j.tries + 1,
           lease_until = clock_timestamp() + p_lease
     where j.job_id = v_job
    returning j.job_id, j.fence, j.kind::text, j.scope::text, j.party_id, j.source_tenant, j.source_ref,
              j.target_ref, j.tries, j.caused_by::text;
end $$;
revoke all on function jobs.claim_paper(text, interval) from public;
grant execute on function jobs.claim_paper(text, interval) to worker;

call app.cover_merge();
