-- Whoever leads children's services at a council looks at what boards have granted: a party of its own kind,
-- which has no rows, and enters for one board and one day of business (ADR 0054).

-- 1. A council. Its number is what it gives to a board that wants to grant: not to be guessed, and of no use
-- to anybody who is not a board's manager.
alter table tenancy.party drop constraint party_kind;
alter table tenancy.party add constraint party_kind
  check (kind in ('board', 'agency', 'operator', 'nation', 'council'));
alter table identity.membership drop constraint membership_role;
alter table identity.membership add constraint membership_role check (role in
  ('contributor', 'lead', 'authoriser', 'manager', 'assistant', 'chair', 'member', 'reviewer', 'steward',
   'analyst', 'operator', 'childrens_lead'));

create function tenancy.sight_number(p_party_id uuid) returns text
language sql immutable security invoker
set search_path = pg_catalog, pg_temp
return upper(regexp_replace(
  substr(encode(sha256(convert_to('sight ' || p_party_id::text, 'UTF8')), 'hex'), 1, 12),
  '(....)(....)(....)', '\1-\2-\3'));

create function tenancy.own_sight_number() returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return tenancy.sight_number(app.sealed_party('sight'));
end $$;

-- Nothing for a number that no council has, and after twenty in a quarter of an hour.
create function tenancy.council_of(p_number text, out party_id uuid, out name text)
returns setof record
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := identity.managed_board();
begin
  if not identity.count_use('sight number', v_board::text, 20) then
    return;
  end if;
  return query
    select p.party_id, f.name::text
      from tenancy.party p join tenancy.party_profile f on f.party_id = p.party_id
     where p.kind = 'council' and p.status in ('active', 'leaving')
       and tenancy.sight_number(p.party_id) = p_number;
end $$;
grant execute on function tenancy.own_sight_number() to scope_sight;
grant execute on function tenancy.council_of(text) to scope_board;

-- 2. What was granted, by whom, and how it ended. Changing it is ending it and granting anew.
alter table tenant.sight
  add column to_name app.line not null default '',
  add column from_name app.line not null default '',
  add column words app.paragraph not null default '',
  add column granted_by uuid default app.person(),
  add column granted_name app.line not null default '',
  add column granted_at timestamptz not null default now(),
  add column ended_by uuid,
  add column ended_name app.line not null default '',
  add constraint sight_granted_by foreign key (granted_by) references identity.person,
  add constraint sight_ended_by foreign key (ended_by) references identity.person,
  add constraint sight_ended_whole check (ended_by is null or ended_at is not null),
  add constraint sight_ends_within_two_years check (to_on <= from_on + 731);
alter table tenant.sight drop constraint sight_parts_known;
alter table tenant.sight add constraint sight_parts_known
  check (cardinality(parts) > 0
         and parts <@ array['register', 'figures', 'evaluations', 'actions', 'returns']);
-- Names of organisations come with what is said of them.
alter table tenant.sight add constraint sight_parts_whole
  check ('register' = any (parts) or parts = array['figures']);
create unique index sight_stands_once on tenant.sight (tenant_id, to_party) where ended_at is null;
grant update (ended_by, ended_name) on tenant.sight to scope_board;

-- 3. Through whom it was opened, where that was not the board itself.
alter table tenant.return_opening
  add column looker app.line not null default '';
alter table tenant.return_opening drop constraint return_opening_what;
alter table tenant.return_opening add constraint return_opening_what
  check (what in ('return', 'evidence_list', 'evaluation'));
grant select (looker) on tenant.return_opening to scope_agency;

-- 4. The entrance. By the common one a council sees what it was granted and nothing else: that has no board
-- and no day.
do $$
declare
  v_body text := pg_get_functiondef('identity.look_up_session(bytea)'::regprocedure);
  v_from text := E'  if identity.is_of_reviewers(party_kind, role) then\n    scope := ''review'';\n';
begin
  if position(v_from in v_body) = 0 then
    raise exception 'look_up_session is not as it was';
  end if;
  execute replace(v_body, v_from,
    E'  if party_kind = ''council'' then\n    scope := ''sight'';\n  end if;\n' || v_from);
  v_body := pg_get_functiondef('identity.look_up_loan(bytea, text, uuid)'::regprocedure);
  v_from := 'p_scope not in (''share'', ''sight'')';
  if position(v_from in v_body) = 0 then
    raise exception 'look_up_loan is not as it was';
  end if;
  execute replace(v_body, v_from, 'p_scope <> ''share''');
end $$;

create function identity.look_up_sight(p_board_id uuid, p_day date, out scope text, out seal text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_council uuid := app.sealed_party('sight');
  v_key bytea;
begin
  scope := 'sight|' || v_council || '|' || app.person() || '||' || app.role() || '|'
           || coalesce(p_board_id::text, '') || '|||||' || to_char(p_day, 'YYYY-MM-DD');
  select k.key into strict v_key from app.seal_key k;
  seal := encode(sha256(v_key || convert_to(scope, 'UTF8') || int4send(pg_backend_pid())
                        || timestamptz_send(transaction_timestamp()) || v_key), 'hex');
end $$;

create function identity.enter_sight(p_board_id uuid, p_day date) returns void
language plpgsql security invoker
as $$
declare
  v_found record := identity.look_up_sight(p_board_id, p_day);
  v_done text;
begin
  v_done := set_config('onereturn.scope', v_found.scope, true);
  v_done := set_config('onereturn.seal', v_found.seal, true);
  v_done := set_config('role', 'scope_sight', true);
end $$;
grant usage on schema identity to scope_sight;
grant execute on function identity.look_up_sight(uuid, date), identity.enter_sight(uuid, date),
  app.sealed_day(text), app.request_ref(text), app.standing(text, text, text) to scope_sight;

-- 5. Who may what. A part that stands today is asked for by every row; what a version says, by its version.
do $$
declare
  v_of_lender text := 'tenant_id = (select app.sealed_source(''sight''))';
  v_live text := ' and exists (select from tenant.sight g where g.tenant_id = (select app.sealed_source(''sight''))'
    ' and g.to_party = (select app.sealed_party(''sight'')) and g.ended_at is null'
    ' and (select app.sealed_day(''sight'')) between g.from_on and g.to_on and g.parts && %L::text[])';
  v_version text := ' and exists (select from tenant.return_version v where v.tenant_id = %1$I.tenant_id'
    ' and v.return_id = %1$I.return_id and v.version_no = %1$I.version_no)';
  r record;
begin
  alter policy sight_sight_reads on tenant.sight
    using (to_party = (select app.sealed_party('sight')));
  for r in select * from (values
    ('register_entry', 's', v_of_lender || format(v_live, '{register}')),
    ('request', 's', v_of_lender || format(v_live, '{register}')),
    ('return', 's', v_of_lender || format(v_live, '{register}')),
    ('entry_type', 's', v_of_lender || format(v_live, '{register}')),
    ('audit', 's', v_of_lender || format(v_live, '{register,figures}')),
    ('audit_count', 's', v_of_lender || format(v_live, '{register,figures}')),
    ('rollup', 's', v_of_lender || format(v_live, '{figures}')),
    ('evaluation_release', 's', v_of_lender || format(v_live, '{evaluations}')),
    ('action', 's', v_of_lender || format(v_live, '{actions}') || ' and not offered'),
    ('action_status', 's', v_of_lender || format(v_live, '{actions}')
       || ' and exists (select from tenant.action a where a.tenant_id = action_status.tenant_id'
          ' and a.action_id = action_status.action_id)'),
    ('return_version', 's', v_of_lender || format(v_live, '{returns}') || ' and standing = ''accepted'''),
    ('return_box', 's', v_of_lender || format(v_live, '{returns}') || format(v_version, 'return_box')),
    ('return_evidence', 's', v_of_lender || format(v_live, '{returns}') || format(v_version, 'return_evidence')),
    ('sign_off', 's', v_of_lender || format(v_live, '{returns}') || format(v_version, 'sign_off')),
    ('return_opening', 'i', v_of_lender || format(v_live, '{returns,evaluations}')),
    ('audit_entry', 'i', v_of_lender
       || format(v_live, '{register,figures,evaluations,actions,returns}'))
  ) as v (name, verb, rule) loop
    execute format('drop policy if exists %I on tenant.%I', r.name || '_sight_reads', r.name);
    if r.verb = 's' then
      execute format('create policy %I on tenant.%I for select to scope_sight using (%s)',
        r.name || '_sight_reads', r.name, r.rule);
    else
      execute format('create policy %I on tenant.%I for insert to scope_sight with check (%s)',
        r.name || '_sight_adds', r.name, r.rule);
      execute format('grant insert on tenant.%I to scope_sight', r.name);
    end if;
  end loop;
end $$;

-- Not the board's own notes, nor who of its people did what, nor what a request says of a case.
revoke select on tenant.sight, tenant.action, tenant.action_status from scope_sight;
grant select (tenant_id, sight_id, to_party, parts, from_on, to_on, ended_at, to_name, from_name, words,
  granted_at) on tenant.sight to scope_sight;
grant select (tenant_id, entry_id, organisation_id, name, agency_id, unit_id, type, from_on, to_on, section11,
  parent_id, months, completed_on) on tenant.register_entry to scope_sight;
grant select (tenant_id, request_id, audit_id, entry_id, agency_id, unit_id, template_code, template_version,
  kind, title, period, due_on, state, left_out) on tenant.request to scope_sight;
grant select (tenant_id, audit_id, kind, title, template_code, template_version, period, opens_on, mode,
  due_on) on tenant.audit to scope_sight;
grant select on tenant.audit_count, tenant.entry_type to scope_sight;
grant select (tenant_id, release_id, agency_id, return_id, version_no, release_no, body, hash, released_at)
  on tenant.evaluation_release to scope_sight;
grant select (tenant_id, action_id, agency_id, source_kind, return_id, version_no, area, change, places, what,
  how, lead, by_on, progress, evidence, risks, scheme, state, made_at, entry_id, unit_id, template_code,
  template_version, point, role, said, ended_at, offered) on tenant.action to scope_sight;
grant select (tenant_id, action_id, status_no, agency_id, kind, point, told, was_point, was_on, by_on, said,
  by_kind, at) on tenant.action_status to scope_sight;
grant select (tenant_id, return_id, version_no, evidence_no, agency_id, box_no, title, kept_where,
  blob_sha256) on tenant.return_evidence to scope_sight;

call app.cover_merge();
