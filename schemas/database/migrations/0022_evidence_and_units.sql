-- Whose a piece of evidence is; mails before it runs out; contents that nobody uses; what a unit brings
-- along from another agency.

-- Null: the whole agency's, common to its units. A session of one unit writes its own.
alter table tenant.evidence add column unit_id uuid default app.unit();
alter table tenant.evidence add constraint evidence_unit
  foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id);

-- A mail goes once for each day on which a piece runs out: thirty days before, and then.
create table tenant.evidence_reminder (
  tenant_id uuid not null,
  evidence_id uuid not null,
  expires_on date not null,
  stage app.code not null,
  sent_at timestamptz not null default now(),
  constraint evidence_reminder_key primary key (tenant_id, evidence_id, expires_on, stage),
  constraint evidence_reminder_evidence foreign key (tenant_id, evidence_id)
    references tenant.evidence (tenant_id, evidence_id),
  constraint evidence_reminder_stage check (stage in ('soon', 'over'))
);

-- A content that nobody uses is first said to be leaving, then leaves the store, then is gone. Sending it
-- again begins anew at any of these moments.
alter table tenant.evidence_blob drop constraint evidence_blob_scan;
alter table tenant.evidence_blob add constraint evidence_blob_scan
  check (scan in ('pending', 'clean', 'blocked', 'leaving', 'gone'));
alter table tenant.evidence_blob add column leaving_at timestamptz;

-- What a board opened of what it was given; the agency sees that it did, not who.
create table tenant.return_evidence_opening (
  tenant_id uuid not null,
  opening_id uuid not null default gen_random_uuid(),
  agency_id uuid not null,
  return_id uuid not null,
  version_no app.version not null,
  evidence_no integer not null,
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  constraint return_evidence_opening_key primary key (tenant_id, opening_id),
  constraint return_evidence_opening_piece foreign key (tenant_id, return_id, version_no, evidence_no)
    references tenant.return_evidence (tenant_id, return_id, version_no, evidence_no),
  constraint return_evidence_opening_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id),
  constraint return_evidence_opening_by foreign key (opened_by) references identity.person
);
create index return_evidence_opening_of_agency on tenant.return_evidence_opening (agency_id, tenant_id);

-- What a unit brought along, whole and as it was: also what only its former agency could send and hold.
create table tenant.unit_record (
  tenant_id uuid not null,
  unit_id uuid not null,
  record_sha256 app.sha256 not null,
  body jsonb not null,
  brought_by uuid not null,
  brought_at timestamptz not null default now(),
  constraint unit_record_key primary key (tenant_id, unit_id, record_sha256),
  constraint unit_record_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint unit_record_by foreign key (brought_by) references identity.person
);

do $$
declare
  name text;
begin
  foreach name in array array['evidence_reminder', 'return_evidence_opening', 'unit_record'] loop
    execute format('alter table tenant.%I enable row level security', name);
    execute format('alter table tenant.%I force row level security', name);
  end loop;
end $$;

-- Makes a policy of the agency's, or gives the one that is there another rule.
create procedure app.hold(p_table text, p_verb text, p_rule text)
language plpgsql
as $$
declare
  v_what record := (select w from (values ('s', 'reads', 'select'), ('i', 'adds', 'insert'),
    ('u', 'changes', 'update'), ('d', 'removes', 'delete')) as w (verb, word, command) where w.verb = p_verb);
  v_policy text := p_table || '_agency_' || v_what.word;
  v_rules text := case p_verb when 'i' then format('with check (%s)', p_rule)
                              when 'u' then format('using (%1$s) with check (%1$s)', p_rule)
                              else format('using (%s)', p_rule) end;
begin
  if exists (select from pg_policy p where p.polname = v_policy
                and p.polrelid = ('tenant.' || quote_ident(p_table))::regclass) then
    execute format('alter policy %I on tenant.%I %s', v_policy, p_table, v_rules);
  else
    execute format('create policy %I on tenant.%I for %s to scope_agency %s', v_policy, p_table,
                   v_what.command, v_rules);
    if p_verb <> 'u' then
      execute format('grant %s on tenant.%I to scope_agency', v_what.command, p_table);
    end if;
  end if;
end $$;

do $$
declare
  ours text := 'tenant_id = (select app.sealed_party(''agency''))';
  about_us text := 'agency_id = (select app.sealed_party(''agency''))';
  seen text := ours || ' and %1$s = any (coalesce((select app.units_to_read()), array[%1$s]))';
  own text := ours || ' and %1$s = coalesce((select app.sealed_unit(''agency'')), %1$s)';
  whole text := ours || ' and (select app.sealed_unit(''agency'')) is null';
  its_evidence text := ours || ' and exists (select from tenant.evidence e'
    ' where e.tenant_id = %1$I.tenant_id and e.evidence_id = %1$I.evidence_id)';
  verb text;
begin
  -- A unit reads its own pieces and those that are common to it, and changes its own.
  call app.hold('evidence', 's', format(seen, 'coalesce(unit_id, tenant_id)'));
  call app.hold('evidence', 'i', format(own, 'coalesce(unit_id, tenant_id)'));
  call app.hold('evidence', 'u', format(own, 'coalesce(unit_id, tenant_id)'));
  call app.hold('evidence_version', 's', format(its_evidence, 'evidence_version'));
  call app.hold('evidence_grant', 's', format(its_evidence, 'evidence_grant'));
  foreach verb in array array['i', 'u'] loop
    call app.hold('evidence_grant', verb, ours || ' and exists (select from tenant.evidence e'
      ' where e.tenant_id = evidence_grant.tenant_id and e.evidence_id = evidence_grant.evidence_id'
      ' and coalesce(e.unit_id, e.tenant_id)'
      ' = coalesce((select app.sealed_unit(''agency'')), e.unit_id, e.tenant_id))');
  end loop;
  call app.hold('citation', 's', format(seen, 'unit_id'));
  call app.hold('evidence_reminder', 's', format(its_evidence, 'evidence_reminder'));
  call app.hold('evidence_reminder', 'i', format(its_evidence, 'evidence_reminder'));
  -- The same for what it undertakes; what boards hold is seen with the return that it came from.
  call app.hold('commitment', 's', format(seen, 'unit_id'));
  call app.hold('commitment_version', 's', ours || ' and exists (select from tenant.commitment c'
    ' where c.tenant_id = commitment_version.tenant_id'
    ' and c.commitment_id = commitment_version.commitment_id)');
  call app.hold('action', 's', about_us || ' and case when return_id is null'
    ' then (select app.sealed_unit(''agency'')) is null'
    ' else exists (select from tenant.return r where r.tenant_id = action.tenant_id'
    ' and r.return_id = action.return_id) end');
  call app.hold('action_status', 's', about_us || ' and exists (select from tenant.action a'
    ' where a.tenant_id = action_status.tenant_id and a.action_id = action_status.action_id)');
  foreach verb in array array['s', 'u'] loop
    call app.hold('return_evidence_ask', verb, about_us || ' and exists (select from tenant.return r'
      ' where r.tenant_id = return_evidence_ask.tenant_id'
      ' and r.return_id = return_evidence_ask.return_id)');
  end loop;
  call app.hold('unit_record', 's', whole);
  call app.hold('unit_record', 'i', whole);
end $$;
drop procedure app.hold(text, text, text);

create policy return_evidence_opening_board_reads on tenant.return_evidence_opening for select to scope_board
  using (tenant_id = (select app.sealed_party('board')));
create policy return_evidence_opening_board_adds on tenant.return_evidence_opening for insert to scope_board
  with check (tenant_id = (select app.sealed_party('board')));
create policy return_evidence_opening_agency_reads on tenant.return_evidence_opening
  for select to scope_agency
  using (agency_id = (select app.sealed_party('agency')) and exists (select from tenant.return r
         where r.tenant_id = return_evidence_opening.tenant_id
           and r.return_id = return_evidence_opening.return_id));
grant select, insert on tenant.return_evidence_opening to scope_board;
grant select (tenant_id, opening_id, agency_id, return_id, version_no, evidence_no, opened_at)
  on tenant.return_evidence_opening to scope_agency;

grant update (unit_id) on tenant.evidence to scope_agency;
grant update (leaving_at) on tenant.evidence_blob to scope_agency;
grant insert (asked_at) on tenant.return_evidence_ask to scope_board;

-- The days on which a party has something to be looked after: no more than that is known outside of it.
create table jobs.waking (
  party_id uuid not null,
  on_day date not null,
  constraint waking_key primary key (party_id, on_day),
  constraint waking_party foreign key (party_id) references tenancy.party
);
create index waking_due on jobs.waking (on_day);
insert into jobs.kind (kind, announced_from, runs_as) values ('look_after_evidence', 'system', 'agency');

create function jobs.wake_on(p_days date[]) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_self uuid := app.sealed_party('agency');
begin
  insert into jobs.waking (party_id, on_day)
  select v_self, d.on_day from unnest(p_days) as d (on_day) where d.on_day is not null
  on conflict on constraint waking_key do nothing;
end $$;

-- For a worker that found something of a party's in the store.
create function jobs.wake_agency(p_party_id uuid, p_day date) returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into jobs.waking (party_id, on_day)
  select p.party_id, p_day from tenancy.party p where p.party_id = p_party_id and p.kind = 'agency'
  on conflict on constraint waking_key do nothing;
$$;

-- Announces what is due by that day of the service's calendar, once however many workers ask.
create function jobs.announce_woken(p_day date) returns integer
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_count integer;
begin
  if not exists (select from jobs.waking w where w.on_day <= p_day) then
    return 0;
  end if;
  with due as (
    delete from jobs.waking w where w.on_day <= p_day returning w.party_id)
  insert into jobs.job (kind, scope, party_id, source_tenant, source_ref)
  select 'look_after_evidence', 'agency', d.party_id, d.party_id, gen_random_uuid()
    from (select distinct coalesce(p.merged_into, p.party_id) as party_id
            from due join tenancy.party p on p.party_id = due.party_id) d;
  get diagnostics v_count = row_count;
  return v_count;
end $$;

-- Who is to be told about a piece: whoever saved it last, and who leads its unit or the whole agency.
-- Only for a job: no session reads its colleagues' addresses here.
create function identity.who_looks_after(p_person_id uuid, p_unit_id uuid)
returns table (person_id uuid, person_name text, email text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := app.sealed_party('agency');
begin
  if app.job() is null then
    raise exception 'this is for a job' using errcode = 'OR001';
  end if;
  return query
    select distinct n.person_id, n.display_name::text, n.email::text
      from identity.membership m join identity.person n on n.person_id = m.person_id
     where m.party_id = v_party and n.disabled_at is null
       and m.from_at <= now() and (m.to_at is null or m.to_at > now())
       and not exists (select from identity.client c where c.person_id = n.person_id)
       and (m.person_id = p_person_id
            or m.role = 'lead' and (m.unit_id is null or m.unit_id = p_unit_id));
end $$;

-- Which of these are people of the service: a unit's history keeps who wrote it.
create function identity.known_people(p_people uuid[]) returns uuid[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform identity.led_agency();
  return array(select n.person_id from identity.person n where n.person_id = any (p_people));
end $$;

-- Whether nothing needs a content: no piece that is in use or was taken out after that moment, nothing that
-- was frozen, granted, delivered or given to a board.
create function app.is_unused_content(p_sha256 bytea, p_before timestamptz) returns boolean
language sql stable security invoker
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
     and not exists (select from tenant.return_evidence r
                      where r.agency_id = app.party() and r.blob_sha256 = p_sha256)
     and not exists (select from tenant.return_evidence_ask a
                      where a.agency_id = app.party() and a.blob_sha256 = p_sha256);
$$;

grant execute on function app.is_unused_content(bytea, timestamptz) to scope_agency;
grant execute on function jobs.wake_on(date[]), identity.who_looks_after(uuid, uuid),
  identity.known_people(uuid[]) to scope_agency;
grant execute on function jobs.wake_agency(uuid, date), jobs.announce_woken(date) to worker;

-- The new tables change hands in a merge like the others.
call app.cover_merge();
