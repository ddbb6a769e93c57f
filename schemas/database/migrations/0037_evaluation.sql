-- A board evaluates what it received: grades item by item, a second look, going back for changes, release.

-- An assistant does the board's daily work beside its manager.
alter table identity.membership drop constraint membership_role;
alter table identity.membership add constraint membership_role check (role in
  ('contributor', 'lead', 'authoriser', 'manager', 'assistant', 'chair', 'member', 'reviewer', 'steward',
   'analyst', 'operator'));
alter table identity.colleague_invitation drop constraint colleague_invitation_role;
alter table identity.colleague_invitation add constraint colleague_invitation_role check (role in
  ('contributor', 'lead', 'authoriser', 'manager', 'assistant', 'chair', 'member', 'reviewer'));
create or replace function identity.check_board_role(p_role text) returns void
language plpgsql immutable security invoker
set search_path = pg_catalog, pg_temp
as $$
begin
  if p_role not in ('manager', 'assistant', 'chair', 'member', 'reviewer') then
    raise exception 'no such role here, constraint "membership_role"'
      using errcode = '23514', constraint = 'membership_role';
  end if;
end $$;

-- One evaluation of each version, begun once. One that is given up for a newer version keeps its grades.
alter table tenant.evaluation drop constraint evaluation_state;
alter table tenant.evaluation add constraint evaluation_state check (state in
  ('open', 'second_look', 'agreed', 'returned', 'finished', 'withdrawn'));
alter table tenant.evaluation add column releases integer not null default 0;
alter table tenant.evaluation add column carried_from app.version;
alter table tenant.evaluation add constraint evaluation_carried_from_before
  check (carried_from < version_no);
drop index tenant.evaluation_by_return;
create unique index evaluation_once on tenant.evaluation (tenant_id, return_id, version_no);
grant update (releases) on tenant.evaluation to scope_board;

-- reason: why the board differs from the agency's own rating, or why the item does not apply; the agency
-- reads it. why: said by the second person who changed a grade; nobody outside the board reads it.
alter table tenant.evaluation_box add column not_applicable boolean not null default false;
alter table tenant.evaluation_box add column reason app.paragraph not null default '';
alter table tenant.evaluation_box add column how app.code not null default 'graded';
alter table tenant.evaluation_box add column why app.paragraph not null default '';
alter table tenant.evaluation_box add constraint evaluation_box_one_judgement
  check (not (not_applicable and grade is not null));
alter table tenant.evaluation_box add constraint evaluation_box_how
  check (how in ('graded', 'carried', 'second_look'));

-- A correction is a second release; both stand. Who released is the board's own matter.
alter table tenant.evaluation_release add column return_id uuid not null;
alter table tenant.evaluation_release add column version_no app.version not null;
alter table tenant.evaluation_release add column release_no app.version not null default 1;
alter table tenant.evaluation_release alter column agency_id drop not null;
alter table tenant.evaluation_release add constraint evaluation_release_version
  foreign key (tenant_id, return_id, version_no)
  references tenant.return_version (tenant_id, return_id, version_no);
alter table tenant.evaluation_release add constraint evaluation_release_version_of_agency
  foreign key (tenant_id, return_id, version_no, agency_id)
  references tenant.return_version (tenant_id, return_id, version_no, agency_id);
create unique index evaluation_release_once
  on tenant.evaluation_release (tenant_id, evaluation_id, release_no);
alter policy evaluation_release_agency_reads on tenant.evaluation_release
  using (agency_id = (select app.sealed_party('agency')) and exists (select from tenant.return r
         where r.tenant_id = evaluation_release.tenant_id
           and r.return_id = evaluation_release.return_id));
grant select (return_id, version_no, release_no) on tenant.evaluation_release to scope_agency;

-- A second person of the board looks before release.
create table tenant.evaluation_look (
  tenant_id uuid not null,
  evaluation_id uuid not null,
  look_no integer not null,
  words app.paragraph not null default '',
  sent_by uuid not null,
  sent_at timestamptz not null,
  outcome app.code,
  answer app.paragraph not null default '',
  closed_by uuid,
  closed_at timestamptz,
  constraint evaluation_look_key primary key (tenant_id, evaluation_id, look_no),
  constraint evaluation_look_evaluation foreign key (tenant_id, evaluation_id)
    references tenant.evaluation (tenant_id, evaluation_id),
  constraint evaluation_look_sent_by foreign key (sent_by) references identity.person,
  constraint evaluation_look_closed_by foreign key (closed_by) references identity.person,
  constraint evaluation_look_outcome check (outcome in ('agreed', 'handed_back', 'taken_back')),
  constraint evaluation_look_closed_whole check
    ((outcome is null) = (closed_at is null) and (outcome is null) = (closed_by is null)),
  constraint evaluation_look_by_another check (outcome <> 'agreed' or closed_by <> sent_by)
);
create unique index evaluation_look_one_open on tenant.evaluation_look (tenant_id, evaluation_id)
  where outcome is null;

-- Who of the board has a return, or one section of it. No section: all of it.
create table tenant.evaluation_task (
  tenant_id uuid not null,
  task_id uuid not null default gen_random_uuid(),
  return_id uuid not null,
  section app.code not null default '',
  person_id uuid not null,
  given_by uuid not null,
  given_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  constraint evaluation_task_key primary key (tenant_id, task_id),
  constraint evaluation_task_return foreign key (tenant_id, return_id)
    references tenant.return (tenant_id, return_id),
  constraint evaluation_task_person foreign key (person_id) references identity.person,
  constraint evaluation_task_given_by foreign key (given_by) references identity.person,
  constraint evaluation_task_ended_by foreign key (ended_by) references identity.person,
  constraint evaluation_task_ended_whole check ((ended_by is null) = (ended_at is null))
);
create unique index evaluation_task_once on tenant.evaluation_task (tenant_id, return_id, section)
  where ended_at is null;

-- A hint for colleagues, which is over after a minute.
create table tenant.evaluation_presence (
  tenant_id uuid not null,
  person_id uuid not null,
  evaluation_id uuid not null,
  box_no app.code not null,
  seen_at timestamptz not null,
  constraint evaluation_presence_key primary key (tenant_id, person_id),
  constraint evaluation_presence_evaluation foreign key (tenant_id, evaluation_id)
    references tenant.evaluation (tenant_id, evaluation_id),
  constraint evaluation_presence_person foreign key (person_id) references identity.person
);
create index evaluation_presence_by_evaluation
  on tenant.evaluation_presence (tenant_id, evaluation_id);

-- How a board evaluates, and how one of its people likes to.
create table tenant.evaluation_setting (
  tenant_id uuid not null,
  second_look boolean not null default false,
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint evaluation_setting_key primary key (tenant_id),
  constraint evaluation_setting_tenant foreign key (tenant_id) references tenancy.party,
  constraint evaluation_setting_by foreign key (changed_by) references identity.person
);
create table tenant.evaluator_setting (
  tenant_id uuid not null,
  person_id uuid not null,
  keys boolean not null default false,
  constraint evaluator_setting_key primary key (tenant_id, person_id),
  constraint evaluator_setting_tenant foreign key (tenant_id) references tenancy.party,
  constraint evaluator_setting_person foreign key (person_id) references identity.person
);

-- A version goes back for changes until a day; what is asked about each item. It is answered by the next
-- version, whichever that is. requirements: the agency's own answers that the item was made from.
create table tenant.sent_back (
  tenant_id uuid not null,
  return_id uuid not null,
  round_no integer not null,
  agency_id uuid,
  version_no app.version not null,
  words app.paragraph not null default '',
  due_on date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  constraint sent_back_key primary key (tenant_id, return_id, round_no),
  constraint sent_back_version foreign key (tenant_id, return_id, version_no)
    references tenant.return_version (tenant_id, return_id, version_no),
  constraint sent_back_version_of_agency foreign key (tenant_id, return_id, version_no, agency_id)
    references tenant.return_version (tenant_id, return_id, version_no, agency_id),
  constraint sent_back_by foreign key (asked_by) references identity.person,
  constraint sent_back_withdrawn_by foreign key (withdrawn_by) references identity.person,
  constraint sent_back_withdrawn_whole check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index sent_back_one_open on tenant.sent_back (tenant_id, return_id, version_no)
  where withdrawn_at is null;
create index sent_back_by_agency on tenant.sent_back (agency_id, tenant_id) where agency_id is not null;

create table tenant.sent_back_item (
  tenant_id uuid not null,
  return_id uuid not null,
  round_no integer not null,
  box_no app.code not null,
  position integer not null,
  agency_id uuid,
  title app.line not null,
  words app.paragraph not null,
  requirements text[] not null default '{}',
  constraint sent_back_item_key primary key (tenant_id, return_id, round_no, box_no),
  constraint sent_back_item_round foreign key (tenant_id, return_id, round_no)
    references tenant.sent_back (tenant_id, return_id, round_no),
  constraint sent_back_item_return_of_agency foreign key (tenant_id, return_id, agency_id)
    references tenant.return (tenant_id, return_id, agency_id),
  constraint sent_back_item_requirements_few check (cardinality(requirements) <= 200)
);
create index sent_back_item_by_agency on tenant.sent_back_item (agency_id, tenant_id)
  where agency_id is not null;

do $$
declare
  r record;
begin
  for r in select * from (values
    ('evaluation_look', true), ('evaluation_task', true), ('evaluation_presence', true),
    ('evaluation_setting', true), ('evaluator_setting', true), ('sent_back', true),
    ('sent_back_item', false)
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
grant update (outcome, answer, closed_by, closed_at) on tenant.evaluation_look to scope_board;
grant update (ended_by, ended_at) on tenant.evaluation_task to scope_board;
grant update (evaluation_id, box_no, seen_at) on tenant.evaluation_presence to scope_board;
grant update (second_look, changed_by, changed_at) on tenant.evaluation_setting to scope_board;
grant update (keys) on tenant.evaluator_setting to scope_board;
grant update (withdrawn_by, withdrawn_at) on tenant.sent_back to scope_board;

-- The agency reads what it is asked to change, not who of the board asks.
create policy sent_back_agency_reads on tenant.sent_back for select to scope_agency
  using (agency_id = (select app.sealed_party('agency')) and exists (select from tenant.return r
         where r.tenant_id = sent_back.tenant_id and r.return_id = sent_back.return_id));
create policy sent_back_item_agency_reads on tenant.sent_back_item for select to scope_agency
  using (agency_id = (select app.sealed_party('agency')) and exists (select from tenant.return r
         where r.tenant_id = sent_back_item.tenant_id and r.return_id = sent_back_item.return_id));
grant select (tenant_id, return_id, round_no, agency_id, version_no, words, due_on, asked_at,
  withdrawn_at) on tenant.sent_back to scope_agency;
grant select on tenant.sent_back_item to scope_agency;

-- Tells those who lead and authorise a return that there is something to read. The mail names the board and
-- a day, and holds nothing that anybody wrote. Answers how many were told.
create function identity.tell_agency(p_agency_id uuid, p_unit_id uuid, p_kind text, p_day text)
returns integer
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := app.sealed_party('board');
  v_told integer := 0;
  r record;
begin
  if p_kind not in ('return_released', 'return_sent_back') or char_length(p_day) > 40
     or not exists (select from tenancy.connection c
                     where c.board_id = v_board and c.agency_id = p_agency_id) then
    raise exception 'nobody to tell here' using errcode = 'OR001';
  end if;
  for r in
    select distinct n.email, n.display_name
      from identity.membership m join identity.person n on n.person_id = m.person_id
     where m.party_id = p_agency_id and m.role in ('lead', 'authoriser')
       and (m.to_at is null or m.to_at > now()) and n.email is not null and n.disabled_at is null
       and (m.unit_id is null or m.unit_id = p_unit_id)
       and not exists (select from identity.client c where c.person_id = m.person_id)
     order by n.email
     limit 50
  loop
    perform identity.post(v_board, p_kind, r.email,
      (select jsonb_build_object('name', r.display_name, 'board', f.name, 'day', p_day)
         from tenancy.party_profile f where f.party_id = v_board));
    v_told := v_told + 1;
  end loop;
  return v_told;
end $$;
revoke all on function identity.tell_agency(uuid, uuid, text, text) from public;
grant execute on function identity.tell_agency(uuid, uuid, text, text) to scope_board;

call app.cover_merge();
