-- The register and the cycle: what a board audits, when each organisation falls due, waves, and counts that
-- are kept in the transaction that changes them (ADR 0048).

-- The kinds of organisation that boards audit. A board may word a kind in its own way, or add one.
create table catalogue.entry_type (
  type app.code not null,
  words app.line not null,
  position integer not null,
  section11 boolean not null,
  constraint entry_type_key primary key (type),
  constraint entry_type_position_once unique (position)
);
insert into catalogue.entry_type (type, words, position, section11) values
  ('council', 'Council service', 10, true),
  ('district', 'District or borough council', 20, true),
  ('health', 'Health body', 30, true),
  ('police', 'Police force', 40, true),
  ('probation', 'Probation service', 50, true),
  ('youth_justice', 'Youth justice service', 60, true),
  ('secure', 'Prison or secure home', 70, true),
  ('fire', 'Fire and rescue', 80, false),
  ('school', 'School', 90, false),
  ('independent_school', 'Independent school', 100, false),
  ('college', 'College', 110, false),
  ('nursery', 'Nursery or childminder', 120, false),
  ('childrens_home', 'Children''s home', 130, false),
  ('fostering', 'Fostering or adoption agency', 140, false),
  ('housing', 'Housing provider', 150, false),
  ('voluntary', 'Voluntary organisation', 160, false),
  ('faith', 'Faith organisation', 170, false),
  ('sport', 'Sports or leisure club', 180, false),
  ('transport', 'Transport provider', 190, false),
  ('other', 'Other', 1000, false);
grant select on catalogue.entry_type to scope_board, scope_agency, scope_delivery, scope_share, scope_sight,
  scope_aggregate, scope_national;

-- What this board says of a kind: its words, and every how many months; or a kind of its own.
create table tenant.entry_type (
  tenant_id uuid not null,
  type app.code not null,
  words app.line not null,
  months integer,
  section11 boolean not null default false,
  version app.version not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint entry_type_key primary key (tenant_id, type),
  constraint entry_type_tenant foreign key (tenant_id) references tenancy.party,
  constraint entry_type_by foreign key (changed_by) references identity.person,
  constraint entry_type_months check (months between 1 and 120)
);

-- Null in months: as its kind says, or two years. completed_on: before there was a return here.
alter table tenant.register_entry
  add column section11 boolean not null default true,
  add column parent_id uuid,
  add column notes app.paragraph not null default '',
  add column months integer,
  add column completed_on date,
  add column version app.version not null default 1,
  add constraint register_entry_months check (months between 1 and 120),
  add constraint register_entry_is_not_its_own_parent check (parent_id <> entry_id),
  add constraint register_entry_parent foreign key (tenant_id, parent_id)
    references tenant.register_entry (tenant_id, entry_id) deferrable initially immediate;
grant update (type, section11, parent_id, notes, months, completed_on, version)
  on tenant.register_entry to scope_board;
create index register_entry_by_parent on tenant.register_entry (tenant_id, parent_id)
  where parent_id is not null;

-- What was done to an entry, with what it said before: never overwritten.
create table tenant.register_change (
  tenant_id uuid not null,
  entry_id uuid not null,
  change_no integer not null,
  what app.code not null,
  was_name app.line not null,
  name app.line not null,
  other_id uuid,
  facts jsonb not null default '{}',
  reason app.paragraph not null default '',
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint register_change_key primary key (tenant_id, entry_id, change_no),
  constraint register_change_entry foreign key (tenant_id, entry_id)
    references tenant.register_entry (tenant_id, entry_id) deferrable initially immediate,
  constraint register_change_other foreign key (tenant_id, other_id)
    references tenant.register_entry (tenant_id, entry_id) deferrable initially immediate,
  constraint register_change_by foreign key (changed_by) references identity.person,
  constraint register_change_what check (what in
    ('added', 'changed', 'renamed', 'closed', 'opened_again', 'merged_into', 'took_in', 'split', 'split_off')),
  constraint register_change_facts_small check (pg_column_size(facts) <= 65536)
);

-- One day for all, each by its own date, or asked of one organisation.
alter table tenant.audit
  add column mode app.code not null default 'single',
  add column due_on date,
  add column opened_by uuid,
  add constraint audit_mode check (mode in ('wave', 'rolling', 'single')),
  add constraint audit_wave_has_a_day check (mode <> 'wave' or due_on is not null),
  add constraint audit_opened_by foreign key (opened_by) references identity.person;

-- Out of the denominators: the organisation was closed, or it need not answer this time.
alter table tenant.request
  add column left_out app.code,
  add constraint request_left_out check (left_out in ('closed', 'not_applicable'));
grant update (left_out) on tenant.request to scope_board;
create index request_by_due on tenant.request (tenant_id, due_on) where state = 'open';

alter table tenant.request_change
  add column was_left_out app.code,
  add column left_out app.code,
  add column reason app.paragraph not null default '';
alter table tenant.request_change drop constraint request_change_says_something;
alter table tenant.request_change add constraint request_change_says_something
  check (due_on <> was_due_on or state <> was_state or left_out is distinct from was_left_out);

-- How far an agency is with one request: three numbers and nothing else, some seconds late. Gone with the
-- request when that is withdrawn.
create table tenant.request_progress (
  tenant_id uuid not null,
  request_id uuid not null,
  agency_id uuid not null,
  questions integer not null,
  drafted integer not null,
  confirmed integer not null,
  counted_at timestamptz not null,
  constraint request_progress_key primary key (tenant_id, request_id),
  constraint request_progress_request foreign key (tenant_id, request_id, agency_id)
    references tenant.request (tenant_id, request_id, agency_id) deferrable initially immediate,
  constraint request_progress_counts check
    (drafted >= 0 and confirmed >= 0 and drafted + confirmed <= questions)
) with (fillfactor = 85);
create index request_progress_by_agency on tenant.request_progress (agency_id, tenant_id);

-- Where the requests of an exercise stand, each counted once. A count that is wrong stops no delivery: it is
-- recounted and told.
create table tenant.audit_count (
  tenant_id uuid not null,
  audit_id uuid not null,
  awaited integer not null default 0,
  to_evaluate integer not null default 0,
  sent_back integer not null default 0,
  evaluated integer not null default 0,
  signed_off integer not null default 0,
  left_out integer not null default 0,
  withdrawn integer not null default 0,
  constraint audit_count_key primary key (tenant_id, audit_id),
  constraint audit_count_audit foreign key (tenant_id, audit_id) references tenant.audit (tenant_id, audit_id)
    deferrable initially immediate
) with (fillfactor = 85);

do $$
declare
  name text;
begin
  foreach name in array array['entry_type', 'register_change', 'request_progress', 'audit_count'] loop
    execute format('alter table tenant.%I enable row level security', name);
    execute format('alter table tenant.%I force row level security', name);
    execute format('create policy %I on tenant.%I for select to scope_board using'
      ' (tenant_id = (select app.sealed_party(''board'')))', name || '_board_reads', name);
    execute format('grant select on tenant.%I to scope_board', name);
  end loop;
  foreach name in array array['entry_type', 'register_change', 'audit_count'] loop
    execute format('create policy %I on tenant.%I for insert to scope_board with check'
      ' (tenant_id = (select app.sealed_party(''board'')))', name || '_board_adds', name);
    execute format('grant insert on tenant.%I to scope_board', name);
  end loop;
  foreach name in array array['entry_type', 'audit_count'] loop
    execute format('create policy %I on tenant.%I for update to scope_board using'
      ' (tenant_id = (select app.sealed_party(''board''))) with check'
      ' (tenant_id = (select app.sealed_party(''board'')))', name || '_board_changes', name);
  end loop;
end $$;
grant update (words, months, section11, version, changed_by, changed_at)
  on tenant.entry_type to scope_board;
grant update (awaited, to_evaluate, sent_back, evaluated, signed_off, left_out, withdrawn)
  on tenant.audit_count to scope_board, scope_delivery;

create policy audit_count_delivery_reads on tenant.audit_count for select to scope_delivery
  using (tenant_id = (select app.sealed_party('delivery')));
create policy audit_count_delivery_adds on tenant.audit_count for insert to scope_delivery
  with check (tenant_id = (select app.sealed_party('delivery')));
create policy audit_count_delivery_changes on tenant.audit_count for update to scope_delivery
  using (tenant_id = (select app.sealed_party('delivery')))
  with check (tenant_id = (select app.sealed_party('delivery')));
grant select, insert on tenant.audit_count to scope_delivery;

create policy request_progress_board_removes on tenant.request_progress for delete to scope_board
  using (tenant_id = (select app.sealed_party('board')));
grant delete on tenant.request_progress to scope_board;
create policy request_progress_agency_reads on tenant.request_progress for select to scope_agency
  using (agency_id = (select app.sealed_party('agency')) and exists (select from tenant.request q
         where q.tenant_id = request_progress.tenant_id and q.request_id = request_progress.request_id));
create policy request_progress_agency_adds on tenant.request_progress for insert to scope_agency
  with check (agency_id = (select app.sealed_party('agency')) and exists (select from tenant.request q
         where q.tenant_id = request_progress.tenant_id and q.request_id = request_progress.request_id
           and q.state = 'open'));
create policy request_progress_agency_changes on tenant.request_progress for update to scope_agency
  using (agency_id = (select app.sealed_party('agency')) and exists (select from tenant.request q
         where q.tenant_id = request_progress.tenant_id and q.request_id = request_progress.request_id
           and q.state = 'open'))
  with check (agency_id = (select app.sealed_party('agency')) and exists (select from tenant.request q
         where q.tenant_id = request_progress.tenant_id and q.request_id = request_progress.request_id
           and q.state = 'open'));
grant select, insert on tenant.request_progress to scope_agency;
grant update (questions, drafted, confirmed, counted_at) on tenant.request_progress to scope_agency;

-- Where one request stands. What has come in stays counted, whatever becomes of the organisation.
create function app.standing(p_state text, p_left_out text, p_return_state text) returns text
language sql immutable security invoker parallel safe
as $$
  select case when p_return_state = 'signed_off' then 'signed_off'
              when p_return_state = 'evaluated' then 'evaluated'
              when p_return_state in ('received', 'acknowledged', 'being_evaluated') then 'to_evaluate'
              when p_state = 'withdrawn' then 'withdrawn'
              when p_left_out is not null or p_state <> 'open' then 'left_out'
              when p_return_state = 'returned' then 'sent_back'
              else 'awaited' end;
$$;

create function app.move_count(p_board uuid, p_audit uuid, p_was text, p_is text) returns void
language sql security invoker
as $$
  insert into tenant.audit_count (tenant_id, audit_id) values (p_board, p_audit)
  on conflict on constraint audit_count_key do nothing;
  update tenant.audit_count c
     set awaited = c.awaited + case 'awaited' when p_was then -1 when p_is then 1 else 0 end,
         to_evaluate = c.to_evaluate + case 'to_evaluate' when p_was then -1 when p_is then 1 else 0 end,
         sent_back = c.sent_back + case 'sent_back' when p_was then -1 when p_is then 1 else 0 end,
         evaluated = c.evaluated + case 'evaluated' when p_was then -1 when p_is then 1 else 0 end,
         signed_off = c.signed_off + case 'signed_off' when p_was then -1 when p_is then 1 else 0 end,
         left_out = c.left_out + case 'left_out' when p_was then -1 when p_is then 1 else 0 end,
         withdrawn = c.withdrawn + case 'withdrawn' when p_was then -1 when p_is then 1 else 0 end
   where c.tenant_id = p_board and c.audit_id = p_audit and p_was is distinct from p_is;
$$;

-- Whose progress is to be counted again though they wrote nothing: somebody has asked them.
create table jobs.progress (
  party_id uuid not null,
  counted bigint not null default 0,
  wanted boolean not null default true,
  constraint progress_key primary key (party_id)
);

create function jobs.want_progress(p_agencies uuid[]) returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into jobs.progress as g (party_id) select distinct a from unnest(p_agencies) a order by a
  on conflict on constraint progress_key do update set wanted = true where not g.wanted;
$$;

create function app.count_asked() returns trigger
language plpgsql security invoker
as $$
declare
  r record;
begin
  for r in select n.tenant_id, n.audit_id,
                  count(*) filter (where app.standing(n.state, n.left_out, null) = 'awaited') as awaited,
                  count(*) filter (where app.standing(n.state, n.left_out, null) = 'left_out') as left_out,
                  count(*) filter (where n.state = 'withdrawn') as withdrawn
             from asked n group by n.tenant_id, n.audit_id order by n.tenant_id, n.audit_id loop
    insert into tenant.audit_count as c (tenant_id, audit_id, awaited, left_out, withdrawn)
    values (r.tenant_id, r.audit_id, r.awaited, r.left_out, r.withdrawn)
    on conflict on constraint audit_count_key do update
      set awaited = c.awaited + excluded.awaited, left_out = c.left_out + excluded.left_out,
          withdrawn = c.withdrawn + excluded.withdrawn;
  end loop;
  perform jobs.want_progress(array_agg(n.agency_id)) from asked n where n.agency_id is not null
   having count(*) > 0;
  return null;
end $$;

create function app.count_request() returns trigger
language plpgsql security invoker
as $$
declare
  v_return text := (select r.state from tenant.return r
                     where r.tenant_id = old.tenant_id and r.request_id = old.request_id);
begin
  perform app.move_count(old.tenant_id, old.audit_id, app.standing(old.state, old.left_out, v_return),
                         case when tg_op = 'UPDATE' then app.standing(new.state, new.left_out, v_return) end);
  if tg_op = 'UPDATE' and new.state <> 'open' then
    delete from tenant.request_progress p
     where p.tenant_id = new.tenant_id and p.request_id = new.request_id;
  end if;
  return null;
end $$;

create function app.count_joined() returns trigger
language plpgsql security invoker
as $$
begin
  perform jobs.want_progress(array[new.agency_id]);
  return null;
end $$;

create function app.count_return() returns trigger
language plpgsql security invoker
as $$
declare
  v_row tenant.return := case when tg_op = 'DELETE' then old else new end;
  v_asked record;
begin
  select q.audit_id, q.state, q.left_out into v_asked from tenant.request q
   where q.tenant_id = v_row.tenant_id and q.request_id = v_row.request_id;
  if found then
    perform app.move_count(v_row.tenant_id, v_asked.audit_id,
      app.standing(v_asked.state, v_asked.left_out, case when tg_op <> 'INSERT' then old.state end),
      app.standing(v_asked.state, v_asked.left_out, case when tg_op <> 'DELETE' then new.state end));
  end if;
  return null;
end $$;

-- Whoever asks, withdraws, delivers, evaluates or signs off, by whatever statement, moves the counts.
create trigger request_is_counted after insert on tenant.request referencing new table as asked
  for each statement execute function app.count_asked();
create trigger request_moves after update of state, left_out on tenant.request for each row
  when (old.state is distinct from new.state or old.left_out is distinct from new.left_out)
  execute function app.count_request();
create trigger request_is_gone after delete on tenant.request
  for each row execute function app.count_request();
create trigger request_is_joined after update of agency_id on tenant.request for each row
  when (old.agency_id is null and new.agency_id is not null) execute function app.count_joined();
create trigger return_is_counted after insert or delete on tenant.return
  for each row execute function app.count_return();
create trigger return_moves after update of state on tenant.return for each row
  when (old.state is distinct from new.state) execute function app.count_return();

-- What was asked before there were counts. The owner sees no row of a sealed table.
do $$
begin
  alter table tenant.request no force row level security;
  alter table tenant.return no force row level security;
  alter table tenant.audit_count no force row level security;
  insert into tenant.audit_count
    (tenant_id, audit_id, awaited, to_evaluate, sent_back, evaluated, signed_off, left_out, withdrawn)
  select s.tenant_id, s.audit_id, count(*) filter (where s.standing = 'awaited'),
         count(*) filter (where s.standing = 'to_evaluate'), count(*) filter (where s.standing = 'sent_back'),
         count(*) filter (where s.standing = 'evaluated'), count(*) filter (where s.standing = 'signed_off'),
         count(*) filter (where s.standing = 'left_out'), count(*) filter (where s.standing = 'withdrawn')
    from (select q.tenant_id, q.audit_id, app.standing(q.state, q.left_out, r.state) as standing
            from tenant.request q
            left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id) s
   group by s.tenant_id, s.audit_id;
  insert into jobs.progress (party_id) select distinct q.agency_id from tenant.request q
   where q.agency_id is not null and q.state = 'open';
  alter table tenant.audit_count force row level security;
  alter table tenant.return force row level security;
  alter table tenant.request force row level security;
end $$;

-- A job of the agency counts, some seconds after its trail was sealed further or somebody asked it.
insert into jobs.kind (kind, announced_from, runs_as) values ('count_progress', 'system', 'agency');

create function jobs.announce_progress(p_delay interval) returns integer
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_count integer;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('announce progress', 0)) then
    return 0;
  end if;
  insert into jobs.job as j (kind, scope, party_id, source_tenant, source_ref, target_ref, not_before)
  select 'count_progress', 'agency', p.party_id, p.party_id, p.party_id, p.party_id,
         clock_timestamp() + p_delay
    from jobs.progress g
    join tenancy.party p on p.party_id = g.party_id and p.kind = 'agency' and p.status = 'active'
    left join jobs.trail t on t.party_id = g.party_id
   where g.wanted or coalesce(t.sealed, 0) > g.counted
  on conflict on constraint job_once_per_source do update
    set state = 'waiting', tries = 0, not_before = excluded.not_before, ended_at = null,
        announced_at = now(), reason = ''
    where j.state = 'done'
       or j.state = 'parked' and j.ended_at < clock_timestamp() - interval '5 minutes';
  get diagnostics v_count = row_count;
  return v_count;
end $$;

-- First in the counting transaction: what is written after this is counted the next time.
create function jobs.begin_progress() returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_self uuid := app.sealed_party('agency');
begin
  if not exists (select from jobs.job j
                  where j.job_id = app.job() and j.kind = 'count_progress' and j.party_id = v_self) then
    raise exception 'this is for the job that counts' using errcode = 'OR001';
  end if;
  update jobs.progress g
     set wanted = false,
         counted = coalesce((select t.sealed from jobs.trail t where t.party_id = v_self), 0)
   where g.party_id = v_self;
end $$;

revoke all on function app.standing(text, text, text), app.move_count(uuid, uuid, text, text),
  app.count_asked(), app.count_request(), app.count_joined(), app.count_return(),
  jobs.want_progress(uuid[]), jobs.announce_progress(interval), jobs.begin_progress() from public;
grant execute on function app.standing(text, text, text), app.move_count(uuid, uuid, text, text)
  to scope_board, scope_delivery;
grant execute on function jobs.want_progress(uuid[]) to scope_board;
grant execute on function jobs.announce_progress(interval) to worker;
grant execute on function jobs.begin_progress() to scope_agency;

call app.cover_merge();
