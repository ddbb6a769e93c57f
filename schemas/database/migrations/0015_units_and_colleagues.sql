-- Units that inherit, who works on what, what colleagues say to each other; and a session of one unit is
-- held to that unit by the database too.

-- The unit of the sealed scope; null when the session is for the whole agency.
create function app.sealed_unit(p_scope text) returns uuid
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
    return nullif(split_part(v_scope, '|', 4), '')::uuid;
  end if;
  raise exception 'this transaction holds no such scope' using errcode = 'OR001';
end $$;

-- The session's unit and the units above it, whose common answers it may read; null for the whole agency.
create function app.units_to_read() returns uuid[]
language plpgsql stable security invoker
as $$
declare
  v_unit uuid := app.sealed_unit('agency');
  v_units uuid[];
begin
  if v_unit is not null then
    with recursive above as (
      select u.unit_id, u.parent_unit_id from tenant.unit u
       where u.tenant_id = app.party() and u.unit_id = v_unit
      union
      select u.unit_id, u.parent_unit_id from tenant.unit u join above a on u.unit_id = a.parent_unit_id
       where u.tenant_id = app.party())
    select array_agg(a.unit_id) into v_units from above a;
  end if;
  return v_units;
end $$;

grant execute on function app.sealed_unit(text), app.units_to_read() to scope_agency;

-- What a unit takes over from the unit above it: the whole text as it was confirmed stands in the answer
-- itself, so that nothing which happens above changes it; here stands from where, and what the unit added.
create table tenant.inherited_answer (
  tenant_id uuid not null,
  unit_id uuid not null,
  requirement_code app.code not null,
  from_unit_id uuid not null,
  from_version app.version not null,
  describes app.paragraph not null default '',
  knows app.paragraph not null default '',
  improve app.paragraph not null default '',
  constraint inherited_answer_key primary key (tenant_id, unit_id, requirement_code),
  constraint inherited_answer_answer foreign key (tenant_id, unit_id, requirement_code)
    references tenant.answer (tenant_id, unit_id, requirement_code),
  constraint inherited_answer_from foreign key (tenant_id, from_unit_id, requirement_code)
    references tenant.answer (tenant_id, unit_id, requirement_code),
  constraint inherited_answer_from_another check (from_unit_id <> unit_id)
);

-- Words for a box of one board's own form, written once for every unit below that this board asks.
create table tenant.common_box (
  tenant_id uuid not null,
  unit_id uuid not null,
  board_id uuid not null,
  template_code app.code not null,
  box_no app.code not null,
  text app.paragraph not null default '',
  version app.version not null default 1,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  constraint common_box_key primary key (tenant_id, unit_id, board_id, template_code, box_no),
  constraint common_box_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint common_box_joined foreign key (board_id, tenant_id)
    references tenancy.connection (board_id, agency_id),
  constraint common_box_saved_by foreign key (saved_by) references identity.person
);

create table tenant.common_box_version (
  tenant_id uuid not null,
  unit_id uuid not null,
  board_id uuid not null,
  template_code app.code not null,
  box_no app.code not null,
  version app.version not null,
  text app.paragraph not null,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  constraint common_box_version_key
    primary key (tenant_id, unit_id, board_id, template_code, box_no, version),
  constraint common_box_version_box foreign key (tenant_id, unit_id, board_id, template_code, box_no)
    references tenant.common_box (tenant_id, unit_id, board_id, template_code, box_no),
  constraint common_box_version_saved_by foreign key (saved_by) references identity.person
);

create table tenant.inherited_box (
  tenant_id uuid not null,
  unit_id uuid not null,
  request_id uuid not null,
  box_no app.code not null,
  kind app.code not null default 'direct',
  from_unit_id uuid not null,
  from_version app.version not null,
  here app.paragraph not null default '',
  constraint inherited_box_key primary key (tenant_id, unit_id, request_id, box_no),
  constraint inherited_box_box foreign key (tenant_id, unit_id, request_id, box_no, kind)
    references tenant.board_box (tenant_id, unit_id, request_id, box_no, kind),
  constraint inherited_box_from foreign key (tenant_id, from_unit_id)
    references tenant.unit (tenant_id, unit_id),
  constraint inherited_box_kind check (kind = 'direct')
);

-- A request may be for some sections of a form; which ones were asked is frozen with the delivery.
alter table tenant.delivery add column parts text[];
alter table tenant.delivery add constraint delivery_parts_few check (cardinality(parts) <= 200);

-- A place is a standard, a question, or a section of one board's own form.
create table tenant.assignment (
  tenant_id uuid not null,
  assignment_id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  place_kind app.code not null,
  place app.code not null,
  person_id uuid not null,
  note app.line not null default '',
  by_on date,
  given_by uuid not null,
  given_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint assignment_key primary key (tenant_id, assignment_id),
  constraint assignment_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint assignment_person foreign key (person_id) references identity.person,
  constraint assignment_given_by foreign key (given_by) references identity.person,
  constraint assignment_place_kind check (place_kind in ('standard', 'question', 'section'))
);
create unique index assignment_once on tenant.assignment (tenant_id, unit_id, place_kind, place, person_id)
  where ended_at is null;

-- What colleagues say to each other. No scope but the agency's may read it.
create table tenant.remark (
  tenant_id uuid not null,
  remark_id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  place_kind app.code not null,
  place app.code not null,
  text app.paragraph not null,
  for_person uuid,
  missing boolean not null default false,
  by_person uuid not null,
  at timestamptz not null default now(),
  settled_by uuid,
  settled_at timestamptz,
  constraint remark_key primary key (tenant_id, remark_id),
  constraint remark_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint remark_by foreign key (by_person) references identity.person,
  constraint remark_for foreign key (for_person) references identity.person,
  constraint remark_settled_by foreign key (settled_by) references identity.person,
  constraint remark_place_kind check (place_kind in ('question', 'section')),
  constraint remark_settled_whole check ((settled_by is null) = (settled_at is null))
);
create index remark_by_place on tenant.remark (tenant_id, unit_id, place_kind, place);

-- Who looked at which page last: a hint, not a lock.
create table tenant.presence (
  tenant_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  place_kind app.code not null,
  place app.code not null,
  seen_at timestamptz not null default now(),
  constraint presence_key primary key (tenant_id, person_id, unit_id),
  constraint presence_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint presence_person foreign key (person_id) references identity.person
) with (fillfactor = 85);
create index presence_by_place on tenant.presence (tenant_id, unit_id, place_kind, place);

do $$
declare
  name text;
begin
  foreach name in array array['inherited_answer', 'common_box', 'common_box_version', 'inherited_box',
                              'assignment', 'remark', 'presence'] loop
    execute format('alter table tenant.%I enable row level security', name);
    execute format('alter table tenant.%I force row level security', name);
  end loop;
end $$;

-- Makes a policy, or gives the one that is there another rule.
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
  own text := ours || ' and unit_id = coalesce((select app.sealed_unit(''agency'')), unit_id)';
  seen text := ours || ' and unit_id = any (coalesce((select app.units_to_read()), array[unit_id]))';
  about_us text := 'agency_id = (select app.sealed_party(''agency''))';
  r record;
  verb text;
begin
  for r in select * from (values
    ('answer', 'iu'), ('answer_text', 'iud'), ('answer_part', 'iud'), ('answer_version', 'i'),
    ('inherited_answer', 'siu'), ('inherited_box', 'siu'), ('common_box', 'iu'),
    ('common_box_version', 'i'), ('lead_officer', 'siu'), ('board_answer', 'siu'),
    ('board_answer_version', 'si'), ('board_box', 'siu'), ('board_box_version', 'si'),
    ('explanation', 'si'), ('promise', 'siud'), ('citation', 'iu'), ('commitment', 'siu'),
    ('submission', 'si'), ('assignment', 'siu'), ('remark', 'siu'), ('presence', 'siu')
  ) as v (name, verbs) loop
    foreach verb in array regexp_split_to_array(r.verbs, '') loop
      call app.hold(r.name, verb, own);
    end loop;
  end loop;
  foreach verb in array array['answer', 'answer_text', 'answer_part', 'answer_version', 'common_box',
                              'common_box_version'] loop
    call app.hold(verb, 's', seen);
  end loop;
  -- Every unit is known by name; only the whole agency says which there are.
  call app.hold('unit', 'i', ours || ' and (select app.sealed_unit(''agency'')) is null');
  call app.hold('unit', 'u', ours || ' and (select app.sealed_unit(''agency'')) is null');
  -- What hangs on a commitment, a submission or a request is seen by whoever sees that.
  call app.hold('commitment_subject', 's', ours || ' and exists (select from tenant.commitment c'
    ' where c.tenant_id = commitment_subject.tenant_id'
    ' and c.commitment_id = commitment_subject.commitment_id)');
  foreach verb in array array['submission_answer', 'submission_text', 'submission_part',
    'submission_commitment', 'submission_commitment_subject', 'submission_box', 'submission_evidence',
    'delivery'] loop
    call app.hold(verb, 's', ours || format(' and exists (select from tenant.submission s'
      ' where s.tenant_id = %1$I.tenant_id and s.submission_id = %1$I.submission_id)', verb));
  end loop;
  call app.hold('request', 's', about_us || ' and coalesce(unit_id, agency_id)'
    ' = coalesce((select app.sealed_unit(''agency'')), unit_id, agency_id)');
  call app.hold('return', 's', about_us || ' and exists (select from tenant.request q'
    ' where q.tenant_id = return.tenant_id and q.request_id = return.request_id)');
  foreach verb in array array['return_version', 'return_box', 'box_source', 'return_evidence', 'sign_off'] loop
    call app.hold(verb, 's', about_us || format(' and exists (select from tenant.return r'
      ' where r.tenant_id = %1$I.tenant_id and r.return_id = %1$I.return_id)', verb));
  end loop;
end $$;
drop procedure app.hold(text, text, text);

grant update (from_unit_id, from_version, describes, knows, improve) on tenant.inherited_answer to scope_agency;
grant update (from_unit_id, from_version, here) on tenant.inherited_box to scope_agency;
grant update (text, version, saved_by, saved_at) on tenant.common_box to scope_agency;
grant update (note, by_on, ended_at) on tenant.assignment to scope_agency;
grant update (settled_by, settled_at) on tenant.remark to scope_agency;
grant update (place_kind, place, seen_at) on tenant.presence to scope_agency;
