-- Whom a board writes to, by role and with the days from and to which it held; and reminders that go out by
-- themselves: steps before, on and after the day something is due, one mail for a person and day, in working
-- hours, stopped when it is done (ADR 0049).

-- What somebody is in an organisation, and where on the ladder a reminder reaches them.
create table catalogue.contact_role (
  role app.code not null,
  words app.line not null,
  rung app.code,
  position integer not null,
  constraint contact_role_key primary key (role),
  constraint contact_role_rung check (rung in ('person', 'lead', 'board_member')),
  constraint contact_role_once_in_line unique (position)
);
insert into catalogue.contact_role (role, words, rung, position) values
  ('return_contact', 'Fills in the return', 'person', 1),
  ('section11_lead', 'Section 11 lead', 'lead', 2),
  ('safeguarding_lead', 'Safeguarding lead', null, 3),
  ('deputy_safeguarding_lead', 'Deputy safeguarding lead', null, 4),
  ('head', 'Head of the organisation', null, 5),
  ('board_member', 'Its member of the board', 'board_member', 6),
  ('allegations_officer', 'Deals with allegations about staff', null, 7),
  ('trainer', 'Training in safeguarding', null, 8);
grant select on catalogue.contact_role to scope_board, scope_agency;

alter table tenant.register_entry add constraint register_entry_of_agency_key
  unique (tenant_id, entry_id, agency_id);

alter table tenant.contact
  add column role app.code not null default 'section11_lead',
  add column agency_id uuid,
  add column replaces_id uuid,
  add column added_from app.code not null default coalesce(app.scope(), 'board'),
  add column added_by app.line not null default '',
  add column added_at timestamptz not null default now(),
  add column ended_from app.code,
  add column ended_by app.line,
  add column ended_at timestamptz,
  add column ended_because app.code,
  add column bounced_at timestamptz,
  add column bounce_reason app.line not null default '',
  add constraint contact_of_agency foreign key (tenant_id, entry_id, agency_id)
    references tenant.register_entry (tenant_id, entry_id, agency_id),
  add constraint contact_role foreign key (role) references catalogue.contact_role (role),
  add constraint contact_replaces foreign key (tenant_id, replaces_id)
    references tenant.contact (tenant_id, contact_id),
  add constraint contact_added_from check (added_from in ('board', 'agency')),
  add constraint contact_ended_from check (ended_from in ('board', 'agency')),
  add constraint contact_ended_because check (ended_because in ('left', 'corrected', 'removed')),
  add constraint contact_agency_needs_entry check (agency_id is null or entry_id is not null);
create index contact_by_entry on tenant.contact (tenant_id, entry_id);
create index contact_by_agency on tenant.contact (agency_id, tenant_id) where agency_id is not null;
create index contact_by_address on tenant.contact (tenant_id, lower(email)) where valid_to is null;
grant update (agency_id, ended_from, ended_by, ended_at, ended_because, bounced_at, bounce_reason)
  on tenant.contact to scope_board;

-- The agency's side: whom each board has of it. Another board's rows are another's.
create policy register_entry_agency_reads on tenant.register_entry for select to scope_agency
  using (agency_id = (select app.sealed_party('agency')) and (select app.sealed_unit('agency')) is null);
grant select (tenant_id, entry_id, agency_id, unit_id, name, to_on) on tenant.register_entry to scope_agency;
create policy contact_agency_reads on tenant.contact for select to scope_agency
  using (agency_id = (select app.sealed_party('agency')) and (select app.sealed_unit('agency')) is null);
create policy contact_agency_adds on tenant.contact for insert to scope_agency
  with check (agency_id = (select app.sealed_party('agency')) and (select app.sealed_unit('agency')) is null);
create policy contact_agency_changes on tenant.contact for update to scope_agency
  using (agency_id = (select app.sealed_party('agency')) and (select app.sealed_unit('agency')) is null)
  with check (agency_id = (select app.sealed_party('agency')) and (select app.sealed_unit('agency')) is null);
grant select (tenant_id, contact_id, entry_id, agency_id, role, name, position, email, telephone, valid_from,
  valid_to, replaces_id, added_from, added_at, ended_from, ended_at, ended_because, bounced_at)
  on tenant.contact to scope_agency;
-- Not its id: an id that is taken would tell that somebody else has it.
grant insert (tenant_id, entry_id, agency_id, role, name, position, email, telephone, valid_from,
  replaces_id, added_by, added_at) on tenant.contact to scope_agency;
grant update (valid_to, ended_from, ended_by, ended_at, ended_because) on tenant.contact to scope_agency;

-- "These are right": said by the organisation, never by the board.
create table tenant.contact_confirmation (
  tenant_id uuid not null,
  confirmation_id uuid not null default gen_random_uuid(),
  entry_id uuid not null,
  agency_id uuid not null,
  confirmed_by app.line not null,
  confirmed_at timestamptz not null,
  constraint contact_confirmation_key primary key (tenant_id, confirmation_id),
  constraint contact_confirmation_of_agency foreign key (tenant_id, entry_id, agency_id)
    references tenant.register_entry (tenant_id, entry_id, agency_id)
);
create index contact_confirmation_by_entry on tenant.contact_confirmation (tenant_id, entry_id, confirmed_at);
create index contact_confirmation_by_agency on tenant.contact_confirmation (agency_id, tenant_id);
alter table tenant.contact_confirmation enable row level security;
alter table tenant.contact_confirmation force row level security;
create policy contact_confirmation_board_reads on tenant.contact_confirmation for select to scope_board
  using (tenant_id = (select app.sealed_party('board')));
create policy contact_confirmation_agency_reads on tenant.contact_confirmation for select to scope_agency
  using (agency_id = (select app.sealed_party('agency')) and (select app.sealed_unit('agency')) is null);
create policy contact_confirmation_agency_adds on tenant.contact_confirmation for insert to scope_agency
  with check (agency_id = (select app.sealed_party('agency')) and (select app.sealed_unit('agency')) is null);
grant select on tenant.contact_confirmation to scope_board, scope_agency;
grant insert on tenant.contact_confirmation to scope_agency;

-- Whoever joins finds what the board has of them.
create or replace function app.finish_join(p_job_id uuid, p_fence bigint) returns void
language plpgsql security invoker
as $$
declare
  v_job record := identity.enter_job(p_job_id, p_fence);
  v_unit uuid := tenancy.joined_unit(v_job.source_ref);
begin
  update tenant.register_entry e set agency_id = v_job.source_tenant, unit_id = v_unit
   where e.tenant_id = v_job.party_id and e.entry_id = v_job.source_ref and e.agency_id is null;
  update tenant.contact c set agency_id = v_job.source_tenant
   where c.tenant_id = v_job.party_id and c.entry_id = v_job.source_ref and c.agency_id is null;
  update tenant.request q
     set agency_id = v_job.source_tenant, unit_id = coalesce(v_unit, v_job.source_tenant)
   where q.tenant_id = v_job.party_id and q.entry_id = v_job.source_ref and q.agency_id is null;
  insert into tenant.audit_entry (tenant_id, role, job_id, what, subject_kind, subject_ref, facts)
  values (v_job.party_id, 'job', p_job_id, 'register.joined', 'register_entry',
          v_job.source_ref::text, '{}');
  perform jobs.finish(p_job_id, p_fence);
end $$;

-- Reminders. All of it is the board's alone.

create table tenant.chase_setting (
  tenant_id uuid not null,
  version app.version not null,
  is_on boolean not null,
  from_minute integer not null,
  until_minute integer not null,
  weekdays smallint[] not null,
  changed_by app.line not null,
  changed_at timestamptz not null,
  constraint chase_setting_key primary key (tenant_id, version),
  constraint chase_setting_tenant foreign key (tenant_id) references tenancy.party,
  constraint chase_setting_hours check (from_minute >= 360 and until_minute <= 1260
    and until_minute - from_minute >= 60),
  constraint chase_setting_weekdays check (cardinality(weekdays) between 1 and 7
    and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[])
);

-- A change ends a row and adds the next version: what went out says by which.
create table tenant.chase_step (
  tenant_id uuid not null,
  step_id uuid not null,
  version app.version not null,
  about app.code not null,
  days integer not null,
  at_minute integer not null,
  rung app.code not null,
  name app.line not null,
  subject app.line not null,
  body app.paragraph not null,
  needs_approval boolean not null,
  is_removed boolean not null default false,
  saved_by app.line not null,
  saved_at timestamptz not null,
  constraint chase_step_key primary key (tenant_id, step_id, version),
  constraint chase_step_tenant foreign key (tenant_id) references tenancy.party,
  constraint chase_step_about check (about in ('return', 'action')),
  constraint chase_step_days check (days between -365 and 365),
  constraint chase_step_minute check (at_minute between 0 and 1439),
  constraint chase_step_rung check (rung in ('person', 'lead', 'board_member', 'chair'))
);

create table tenant.chase_pause (
  tenant_id uuid not null,
  pause_id uuid not null default gen_random_uuid(),
  entry_id uuid,
  step_id uuid,
  reason app.line not null default '',
  paused_by app.line not null,
  paused_at timestamptz not null,
  ended_by app.line,
  ended_at timestamptz,
  constraint chase_pause_key primary key (tenant_id, pause_id),
  constraint chase_pause_tenant foreign key (tenant_id) references tenancy.party,
  constraint chase_pause_entry foreign key (tenant_id, entry_id)
    references tenant.register_entry (tenant_id, entry_id),
  constraint chase_pause_of_one_thing check (entry_id is null or step_id is null),
  constraint chase_pause_ends_whole check ((ended_by is null) = (ended_at is null))
);
create unique index chase_pause_once on tenant.chase_pause
  (tenant_id, coalesce(entry_id, step_id, tenant_id)) where ended_at is null;

-- One step of one return or action: stopped, or approved where the step waits for that. The last one holds.
create table tenant.chase_decision (
  tenant_id uuid not null,
  step_id uuid not null,
  subject_id uuid not null,
  decision_no app.version not null,
  what app.code not null,
  decided_by app.line not null,
  decided_at timestamptz not null,
  constraint chase_decision_key primary key (tenant_id, step_id, subject_id, decision_no),
  constraint chase_decision_tenant foreign key (tenant_id) references tenancy.party,
  constraint chase_decision_what check (what in ('stop', 'go', 'approve'))
);

-- One mail to one person on one day, with what it was about. It holds no more than the board's own text.
create table tenant.chase_mail (
  tenant_id uuid not null,
  mail_id uuid not null,
  on_day date not null,
  email app.line not null,
  name app.line not null,
  contact_id uuid,
  rung app.code not null,
  state app.code not null default 'queued',
  reason app.line not null default '',
  subject app.line not null default '',
  body app.paragraph not null default '',
  queued_at timestamptz not null,
  sent_at timestamptz,
  came_back_at timestamptz,
  constraint chase_mail_key primary key (tenant_id, mail_id),
  constraint chase_mail_tenant foreign key (tenant_id) references tenancy.party,
  constraint chase_mail_contact foreign key (tenant_id, contact_id)
    references tenant.contact (tenant_id, contact_id),
  constraint chase_mail_state check (state in ('queued', 'sent', 'refused', 'bounced', 'stopped'))
);
create unique index chase_mail_once_a_day on tenant.chase_mail (tenant_id, lower(email), on_day)
  where state <> 'stopped';

create table tenant.chase_item (
  tenant_id uuid not null,
  mail_id uuid not null,
  item_no integer not null,
  step_id uuid not null,
  step_version app.version not null,
  about app.code not null,
  subject_id uuid not null,
  entry_id uuid not null,
  dropped app.code,
  constraint chase_item_key primary key (tenant_id, mail_id, item_no),
  constraint chase_item_mail foreign key (tenant_id, mail_id)
    references tenant.chase_mail (tenant_id, mail_id),
  constraint chase_item_step foreign key (tenant_id, step_id, step_version)
    references tenant.chase_step (tenant_id, step_id, version),
  constraint chase_item_entry foreign key (tenant_id, entry_id)
    references tenant.register_entry (tenant_id, entry_id),
  constraint chase_item_dropped check (dropped in ('done', 'stopped', 'paused', 'late', 'address'))
);
create index chase_item_by_step on tenant.chase_item (tenant_id, step_id, subject_id);
create index chase_item_by_entry on tenant.chase_item (tenant_id, entry_id);

do $$
declare
  r record;
begin
  for r in select * from (values
    ('chase_setting', 'si'), ('chase_step', 'si'), ('chase_pause', 'siu'), ('chase_decision', 'si'),
    ('chase_mail', 'siu'), ('chase_item', 'siu')) as v (name, verbs) loop
    execute format('alter table tenant.%I enable row level security', r.name);
    execute format('alter table tenant.%I force row level security', r.name);
    execute format('create policy %I on tenant.%I for select to scope_board using'
      ' (tenant_id = (select app.sealed_party(''board'')))', r.name || '_board_reads', r.name);
    execute format('create policy %I on tenant.%I for insert to scope_board with check'
      ' (tenant_id = (select app.sealed_party(''board'')))', r.name || '_board_adds', r.name);
    if r.verbs = 'siu' then
      execute format('create policy %I on tenant.%I for update to scope_board using'
        ' (tenant_id = (select app.sealed_party(''board''))) with check'
        ' (tenant_id = (select app.sealed_party(''board'')))', r.name || '_board_changes', r.name);
    end if;
    execute format('grant select, insert on tenant.%I to scope_board', r.name);
  end loop;
end $$;
grant update (ended_by, ended_at) on tenant.chase_pause to scope_board;
grant update (state, reason, subject, body, sent_at, came_back_at) on tenant.chase_mail to scope_board;
grant update (dropped) on tenant.chase_item to scope_board;

-- When a board is to be looked after next, by business time and to the minute.
create table jobs.waking_at (
  party_id uuid not null,
  at timestamptz not null,
  constraint waking_at_key primary key (party_id),
  constraint waking_at_party foreign key (party_id) references tenancy.party
);
create index waking_at_due on jobs.waking_at (at);
insert into jobs.kind (kind, announced_from, runs_as) values
  ('chase', 'system', 'board'), ('send_chase', 'system', 'board'), ('note_bounce', 'system', 'board');

-- Null: no more.
create function jobs.wake_at(p_at timestamptz) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_self uuid := app.sealed_party('board');
begin
  if p_at is null then
    delete from jobs.waking_at w where w.party_id = v_self;
  else
    insert into jobs.waking_at (party_id, at) values (v_self, p_at)
    on conflict on constraint waking_at_key do update set at = excluded.at;
  end if;
end $$;

-- Announces what is due by that moment of the service's own clock, once however many workers ask.
create function jobs.announce_chases(p_now timestamptz) returns integer
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_count integer;
begin
  if not exists (select from jobs.waking_at w where w.at <= p_now) then
    return 0;
  end if;
  with due as (
    delete from jobs.waking_at w where w.at <= p_now returning w.party_id)
  insert into jobs.job (kind, scope, party_id, source_tenant, source_ref)
  select 'chase', 'board', d.party_id, d.party_id, gen_random_uuid() from due d;
  get diagnostics v_count = row_count;
  return v_count;
end $$;

-- The outbox. The address that a mail comes back to is made in the moment of sending; here stands its digest.
alter table identity.mail add column return_path app.sha256;
create unique index mail_by_return_path on identity.mail (return_path) where return_path is not null;

-- Only a job of the board's queues these: no session writes to whomever it likes in this way.
create function identity.queue_chases(p_mails uuid[], p_emails text[]) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := app.sealed_party('board');
begin
  if app.job() is null then
    raise exception 'this is for a job' using errcode = 'OR001';
  end if;
  insert into identity.mail (mail_id, party_id, kind, email)
  select m.mail_id, v_party, 'chase', m.email from unnest(p_mails, p_emails) as m (mail_id, email);
  insert into jobs.job (kind, scope, party_id, source_tenant, source_ref)
  select 'send_chase', 'board', v_party, v_party, m.mail_id from unnest(p_mails) as m (mail_id);
end $$;

-- The try that is made now, 0 when there is nothing to send any more.
create function identity.take_chase(p_return_path bytea) returns integer
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := app.sealed_party('board');
  v_mail uuid := app.sealed_ref('board');
  v_tries integer;
begin
  update identity.mail m set tries = m.tries + 1, return_path = p_return_path
   where m.mail_id = v_mail and m.party_id = v_party and m.kind = 'chase' and m.closed_at is null
  returning m.tries into v_tries;
  return coalesce(v_tries, 0);
end $$;

create function identity.close_chase(p_refused text) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := app.sealed_party('board');
  v_mail uuid := app.sealed_ref('board');
begin
  update identity.mail m set closed_at = clock_timestamp(), refused = left(p_refused, 300)
   where m.mail_id = v_mail and m.party_id = v_party and m.kind = 'chase' and m.closed_at is null;
end $$;

-- Why the mail of this job came back; null when it did not.
create function identity.bounce_of_chase() returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := app.sealed_party('board');
  v_mail uuid := app.sealed_ref('board');
begin
  return (select nullif(m.refused, '')::text from identity.mail m
           where m.mail_id = v_mail and m.party_id = v_party and m.kind = 'chase');
end $$;

-- The chairs of the board, for the last rung. Only for a job.
create function identity.chairs_of_board()
returns table (person_name text, email text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := app.sealed_party('board');
begin
  return query
    select distinct n.display_name::text, n.email::text
      from identity.membership m join identity.person n on n.person_id = m.person_id
     where m.party_id = v_party and m.role = 'chair' and n.disabled_at is null
       and m.from_at <= now() and (m.to_at is null or m.to_at > now());
end $$;

-- A mail that a server took came back for good. noted, before (told already), or unknown.
create function operator.mail_bounced(p_return_path bytea, p_reason text) returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_mail identity.mail;
begin
  select * into v_mail from identity.mail m
   where m.return_path = p_return_path and m.kind = 'chase' for update;
  if not found then
    return 'unknown';
  end if;
  if v_mail.refused <> '' then
    return 'before';
  end if;
  update identity.mail m set refused = left(p_reason, 300) where m.mail_id = v_mail.mail_id;
  insert into jobs.job (kind, scope, party_id, source_tenant, source_ref)
  values ('note_bounce', 'board', v_mail.party_id, v_mail.party_id, v_mail.mail_id);
  return 'noted';
end $$;

revoke all on function jobs.wake_at(timestamptz), jobs.announce_chases(timestamptz),
  identity.queue_chases(uuid[], text[]), identity.take_chase(bytea), identity.close_chase(text),
  identity.bounce_of_chase(), identity.chairs_of_board(), operator.mail_bounced(bytea, text) from public;
grant execute on function jobs.wake_at(timestamptz), identity.queue_chases(uuid[], text[]),
  identity.take_chase(bytea), identity.close_chase(text), identity.bounce_of_chase(),
  identity.chairs_of_board() to scope_board;
grant execute on function jobs.announce_chases(timestamptz) to worker;
grant execute on function operator.mail_bounced(bytea, text) to operator;

call app.cover_merge();
