-- Written by schemas/database/write-structure after the last migration. Do not edit.
CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'Functions of the sealed transaction, hot functions, value types.';
CREATE SCHEMA catalogue;
COMMENT ON SCHEMA catalogue IS 'Published frameworks, templates and mappings. Immutable.';
CREATE SCHEMA directory;
COMMENT ON SCHEMA directory IS 'Public facts. Being here says nothing about who uses the service.';
CREATE SCHEMA identity;
COMMENT ON SCHEMA identity IS 'People, sign-in, sessions. Reached through functions only.';
CREATE SCHEMA jobs;
COMMENT ON SCHEMA jobs IS 'One queue, no content. Reached through functions only.';
CREATE SCHEMA operator;
COMMENT ON SCHEMA operator IS 'Entrances of the operator''s command line.';
CREATE SCHEMA tenancy;
COMMENT ON SCHEMA tenancy IS 'Parties, their profiles, and which agency has joined which board.';
CREATE SCHEMA tenant;
COMMENT ON SCHEMA tenant IS 'Everything a board or an agency owns. Row security on every table.';
CREATE DOMAIN app.code AS text
	CONSTRAINT code_length CHECK ((char_length(VALUE) <= 64));
CREATE DOMAIN app.document AS text
	CONSTRAINT document_length CHECK ((char_length(VALUE) <= 4000000));
CREATE TYPE app.frozen_head AS (
	submission_id uuid,
	request_id uuid,
	board_id uuid,
	way text,
	template_code text,
	template_version integer,
	framework_code text,
	framework_version integer,
	mapping_version integer,
	parts text[],
	authorised_name text,
	authorised_position text,
	statement text,
	submitted_at timestamp with time zone,
	board_name text,
	board_area text,
	board_aliases text[],
	board_procedures text[]
);
CREATE TYPE app.frozen_line AS (
	part text,
	line_no integer,
	requirement_code text,
	box_no text,
	kind text,
	role text,
	subject text,
	text text,
	level integer,
	point text,
	na_reason text,
	reason text,
	by_on date,
	chosen_by text,
	source_version integer,
	evidence_id uuid,
	title text,
	kept_where text,
	commitment_id uuid,
	for_this_board boolean,
	of_item boolean,
	item_no text,
	what text,
	how text,
	lead text,
	area text,
	change text
);
CREATE DOMAIN app.level AS smallint
	CONSTRAINT level_range CHECK (((VALUE >= 0) AND (VALUE <= 4)));
CREATE DOMAIN app.line AS text
	CONSTRAINT line_length CHECK ((char_length(VALUE) <= 300));
CREATE DOMAIN app.paragraph AS text
	CONSTRAINT paragraph_length CHECK ((char_length(VALUE) <= 10000));
CREATE DOMAIN app.sha256 AS bytea
	CONSTRAINT sha256_length CHECK ((octet_length(VALUE) = 32));
CREATE DOMAIN app.version AS integer
	CONSTRAINT version_positive CHECK ((VALUE >= 1));
CREATE FUNCTION app.business_time(p_said text DEFAULT current_setting('onereturn.moment'::text, true)) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    RETURN ('1970-01-01 00:00:00+00'::timestamp with time zone + ((("substring"(p_said, '^[0-9]{1,16}$'::text))::bigint)::double precision * '00:00:00.000001'::interval));
CREATE FUNCTION app.carry_progress(p_job_id uuid, p_fence bigint) RETURNS integer
    LANGUAGE plpgsql
    AS $$
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
    insert into tenant.audit_entry (business_at, tenant_id, role, job_id, what, subject_kind, subject_ref, facts)
    values (v_report.at, v_job.party_id, 'job', p_job_id, 'action.reported', 'action', v_action::text,
            jsonb_build_object('said', v_report.said));
    v_count := v_count + 1;
  end loop;
  perform jobs.finish(p_job_id, p_fence);
  return v_count;
end $$;
CREATE FUNCTION app.count_asked() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION app.count_joined() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform jobs.want_progress(array[new.agency_id]);
  return null;
end $$;
CREATE FUNCTION app.count_request() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION app.count_return() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION app.count_version(p_board uuid, p_return uuid, p_version integer, p_before integer, p_period text) RETURNS void
    LANGUAGE plpgsql
    AS $$
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
CREATE PROCEDURE app.cover_merge()
    LANGUAGE plpgsql
    AS $$
declare
  v_rooms text := ' = any ((select app.sealed_rooms(''merge''))::uuid[])';
  v_compared text[] := array['answer', 'answer_text', 'answer_part', 'answer_version', 'board_answer',
    'board_answer_version', 'common_box', 'common_box_version', 'assignment', 'lead_officer'];
  t record;
  v_owner text;
  k record;
begin
  for t in select * from app.merge_plan() loop
    v_owner := case t.side when 'board' then 'agency_id' else 'tenant_id' end;
    if not exists (select from pg_policy p where p.polrelid = ('tenant.' || quote_ident(t.name))::regclass
                      and p.polname = t.name || '_merge_reads') then
      execute format('create policy %I on tenant.%I for select to scope_merge using (%s)',
                     t.name || '_merge_reads', t.name, v_owner || v_rooms);
      execute format('create policy %I on tenant.%I for update to scope_merge using (%s) with check (%s)',
                     t.name || '_merge_changes', t.name, v_owner || v_rooms, v_owner || v_rooms);
    end if;
    execute format('grant update (%s) on tenant.%I to scope_merge',
                   array_to_string(v_owner || t.unit_columns, ', '), t.name);
    execute format('grant select %s on tenant.%I to scope_merge',
      case when t.side = 'copied' or t.name = any (v_compared) then ''
           when t.side = 'board' then '(' || array_to_string(v_owner || t.unit_columns, ', ') || ')'
           else '(' || array_to_string(t.key_columns || t.unit_columns, ', ') || ')' end, t.name);
    if (t.side = 'copied' or t.name in ('answer_version', 'board_answer_version', 'common_box_version',
                                       'merged_answer'))
       and not exists (select from pg_policy p where p.polname = t.name || '_merge_adds') then
      execute format('create policy %I on tenant.%I for insert to scope_merge with check (%s)',
                     t.name || '_merge_adds', t.name, v_owner || v_rooms);
      execute format('grant insert on tenant.%I to scope_merge', t.name);
    end if;
  end loop;
  -- Both ends of a key change hands in different statements.
  for k in select c.conrelid::regclass as place, c.conname from pg_constraint c
            where c.contype = 'f' and not c.condeferrable
              and c.conrelid in (select x.oid from pg_class x
                                  where x.relnamespace = 'tenant'::regnamespace)
              and (c.confrelid = 'tenancy.connection'::regclass
                   or c.confrelid in (select x.oid from pg_class x
                                       where x.relnamespace = 'tenant'::regnamespace)) loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', k.place, k.conname);
  end loop;
end $$;
CREATE FUNCTION app.date_redaction() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.redacted_at := coalesce(new.redacted_at, now());
  return new;
end $$;
CREATE FUNCTION app.decide_supplement(p_return uuid, p_version integer, p_accept boolean, p_words text, p_by_name text, p_at timestamp with time zone) RETURNS text
    LANGUAGE plpgsql
    AS $$
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
         ratings_set = v_version.set_count, ratings_chosen = v_version.chosen_count
   where r.tenant_id = v_board and r.return_id = p_return;
  select q.period into v_period from tenant.request q
   where q.tenant_id = v_board and q.request_id = v_return.request_id;
  perform app.count_version(v_board, p_return, p_version, v_return.latest_version, v_period);
  perform app.tell_actions(v_board, p_return, p_version, p_at);
  return 'done';
end $$;
CREATE FUNCTION app.due_day(p_due_on date, p_return_state text, p_back_by date) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select case when p_return_state = 'returned' then coalesce(p_back_by, p_due_on) else p_due_on end;
$$;
CREATE FUNCTION app.entry_now(p_entry uuid) RETURNS uuid
    LANGUAGE sql STABLE
    AS $$
  with recursive stands as (
    select e.entry_id, e.to_on
    from tenant.register_entry e
    where e.tenant_id = app.party() and e.entry_id = p_entry
    union
    select n.entry_id, n.to_on
    from stands s
    cross join lateral (
      select c.what, c.other_id
      from tenant.register_change c
      where c.tenant_id = app.party() and c.entry_id = s.entry_id
        and c.what in ('merged_into', 'closed', 'opened_again')
      order by c.change_no desc
      limit 1) l
    join tenant.register_entry n
      on n.tenant_id = app.party() and n.entry_id = l.other_id and l.what = 'merged_into'
    where s.to_on is not null)
  select s.entry_id from stands s where s.to_on is null;
$$;
CREATE FUNCTION app.falls_due(p_asked boolean, p_due_on date, p_today date) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select not p_asked and coalesce(p_due_on <= p_today + 90, true);
$$;
CREATE FUNCTION app.finish_join(p_job_id uuid, p_fence bigint, p_at timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    AS $$
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
  update tenant.action a set agency_id = v_job.source_tenant, unit_id = v_unit
   where a.tenant_id = v_job.party_id and a.agency_id is null and a.return_id is null
     and a.entry_id in (
       select e.entry_id from tenant.register_entry e
        where e.tenant_id = v_job.party_id
          and (e.entry_id = v_job.source_ref
               or e.to_on is not null and app.entry_now(e.entry_id) = v_job.source_ref));
  insert into tenant.audit_entry (business_at, tenant_id, role, job_id, what, subject_kind, subject_ref, facts)
  values (p_at, v_job.party_id, 'job', p_job_id, 'register.joined', 'register_entry',
          v_job.source_ref::text, '{}');
  perform jobs.finish(p_job_id, p_fence);
end $$;
CREATE FUNCTION app.frozen_lines(p_tenant uuid, p_submission uuid, p_board uuid, p_request uuid) RETURNS SETOF app.frozen_line
    LANGUAGE plpgsql STABLE
    AS $$
#variable_conflict use_column
begin
  return query
    select 'box'::text, b.line_no, b.requirement_code::text, b.box_no::text, b.kind::text, b.role::text,
           b.subject::text, b.text::text, b.level::integer, b.point::text, b.na_reason::text, b.reason::text,
           b.by_on, b.chosen_by::text, b.source_version::integer, null::uuid, null::text, null::text,
           null::uuid, null::boolean, null::boolean, null::text, null::text, null::text, null::text,
           null::text, null::text
      from tenant.submission_box b
     where b.tenant_id = p_tenant and b.submission_id = p_submission and b.board_id = p_board
       and (b.request_id is null or b.request_id = p_request);
  return query
    select 'commitment'::text, (row_number() over (order by c.commitment_id, s.subject_no))::integer,
           s.requirement_code::text, null::text, null::text, null::text, null::text, null::text,
           null::integer, null::text, null::text, null::text, c.by_on, null::text, null::integer,
           null::uuid, null::text, null::text, c.commitment_id, c.board_id is not null,
           s.request_id is not null, s.item_no::text, c.what::text, c.how::text, c.lead::text, c.area::text,
           c.change::text
      from tenant.submission_commitment c
      left join tenant.submission_commitment_subject s
        on s.tenant_id = c.tenant_id and s.submission_id = c.submission_id
       and s.commitment_id = c.commitment_id and (s.board_id is null or s.board_id = p_board)
       and (s.request_id is null or s.request_id = p_request)
     where c.tenant_id = p_tenant and c.submission_id = p_submission
       and (c.board_id is null or c.board_id = p_board);
  return query
    select 'evidence'::text, e.line_no, e.requirement_code::text, e.box_no::text, null::text, null::text,
           null::text, null::text, null::integer, null::text, null::text, null::text, null::date,
           null::text, null::integer, e.evidence_id, e.title::text, e.kept_where::text, null::uuid,
           null::boolean, null::boolean, null::text, null::text, null::text, null::text, null::text,
           null::text
      from tenant.submission_evidence e
     where e.tenant_id = p_tenant and e.submission_id = p_submission and e.board_id = p_board
       and (e.request_id is null or e.request_id = p_request);
end $$;
CREATE FUNCTION app.hold_report_numbers() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select pg_advisory_xact_lock(hashtextextended(app.sealed_party('board')::text || ' reports', 0));
$$;
CREATE FUNCTION app.hold_words(p_board uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select pg_advisory_xact_lock(hashtextextended(p_board::text || ' words', 0));
$$;
CREATE FUNCTION app.is_late(p_standing text, p_due_on date, p_today date) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select p_standing in ('awaited', 'sent_back') and p_due_on < p_today;
$$;
CREATE FUNCTION app.is_unused_content(p_sha256 bytea, p_before timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
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
CREATE FUNCTION app.job() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN (NULLIF(split_part(current_setting('onereturn.scope'::text, true), '|'::text, 9), ''::text))::uuid;
CREATE FUNCTION app.make_seal_key() RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  insert into app.seal_key (key)
  values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
                 || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
  on conflict on constraint seal_key_key do update set key = excluded.key, made_at = now();
$$;
CREATE FUNCTION app.may_explain(p_board_id uuid, p_request_id uuid, p_subject text) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$
declare
  v_place text := split_part(regexp_replace(p_subject, '^(own|box|item|local):', ''), ':', 1);
begin
  return case when exists (select from catalogue.requirement r where r.requirement_code = v_place)
              then identity.may_write(v_place)
              else app.may_write_box(p_board_id, p_request_id, v_place) end;
end $$;
CREATE FUNCTION app.may_settle(p_requirement_code text, p_board_id uuid, p_box_no text) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$
begin
  return case when p_requirement_code is not null then identity.may_write(p_requirement_code)
              else identity.my_standards() is null or exists (
                select from tenant.request q
                 where q.tenant_id = p_board_id and q.agency_id = app.party()
                   and app.may_write_place(q.template_code, null, p_box_no)) end;
end $$;
CREATE FUNCTION app.may_write_box(p_board_id uuid, p_request_id uuid, p_place text) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$
begin
  return identity.my_standards() is null or exists (
    select from tenant.request q
     where q.tenant_id = p_board_id and q.request_id = p_request_id and q.agency_id = app.party()
       and app.may_write_place(q.template_code, q.template_version, p_place));
end $$;
CREATE FUNCTION app.may_write_commitment(p_commitment_id uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$
begin
  return identity.my_standards() is null or not exists (
    select from tenant.commitment_subject s
     where s.tenant_id = app.party() and s.commitment_id = p_commitment_id
       and not app.may_write_subject(s.requirement_code, s.board_id, s.request_id, s.item_no));
end $$;
CREATE FUNCTION app.may_write_place(p_template_code text, p_version integer, p_place text) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$
declare
  v_standards text[] := identity.my_standards();
begin
  return v_standards is null or exists (
    select from catalogue.template_item t
      left join catalogue.box b on b.template_code = t.template_code and b.version = t.version
       and b.box_no = p_place
      join catalogue.item_facet i on i.template_code = t.template_code
       and i.template_version = t.version and i.item_code = t.item_code
      join catalogue.facet f on f.facet_code = i.facet_code
      join catalogue.requirement r on r.requirement_code = f.requirement_code
     where t.template_code = p_template_code and t.version = coalesce(p_version, t.version)
       and r.standard = any (v_standards)
       and case when b.item_code is not null then t.item_code = b.item_code
                when b.box_no is not null then t.section_code = b.section_code
                else p_place in (t.item_code, t.section_code) end);
end $$;
CREATE FUNCTION app.may_write_subject(p_requirement_code text, p_board_id uuid, p_request_id uuid, p_item_no text) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$
begin
  return case when p_requirement_code is not null then identity.may_write(p_requirement_code)
              else app.may_write_box(p_board_id, p_request_id, p_item_no) end;
end $$;
CREATE FUNCTION app.merge_answers(p_from_room text, p_at timestamp with time zone) RETURNS text[]
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_stays uuid := app.party();
  v_goes uuid := app.source_tenant();
  v_both text[] := '{}';
  a record;
begin
  for a in select h.requirement_code as code, h.version as here, o.version as there, h as ours, o as theirs
             from tenant.answer h
             join tenant.answer o on o.tenant_id = v_goes and o.unit_id = v_goes
                                 and o.requirement_code = h.requirement_code
            where h.tenant_id = v_stays and h.unit_id = v_stays
            order by h.requirement_code for update of h, o loop
    v_both := v_both || a.code::text;
    update tenant.answer_version v
       set tenant_id = v_stays, unit_id = v_stays, version = v.version + a.here
     where v.tenant_id = v_goes and v.unit_id = v_goes and v.requirement_code = a.code;
    update tenant.merged_answer m set version = m.version + a.here
     where m.tenant_id = v_goes and m.unit_id = v_goes and m.kind = 'answer'
       and m.requirement_code = a.code;
    update tenant.inherited_answer i set from_version = i.from_version + a.here
     where i.tenant_id = v_goes and i.from_unit_id = v_goes and i.requirement_code = a.code;
    insert into tenant.answer_version
      (tenant_id, unit_id, requirement_code, version, level, na_reason, modification_reason, mode,
       confirmed, texts, parts, saved_by, saved_at)
    select v_stays, v_stays, a.code, a.here + a.there + s.later, (s.kept).level, (s.kept).na_reason,
           (s.kept).modification_reason, 'own', (s.kept).confirmed_at is not null,
           -- Every place that either room wrote at, so that nothing of one shines through the other.
           coalesce((select jsonb_agg(jsonb_build_array(k.role, k.facet_key, coalesce(t.text, '')))
                       from (select distinct x.role, x.facet_key from tenant.answer_text x
                              where x.requirement_code = a.code
                                and (x.tenant_id, x.unit_id) in ((v_stays, v_stays), (v_goes, v_goes))) k
                       left join tenant.answer_text t
                         on t.tenant_id = s.room and t.unit_id = s.room and t.requirement_code = a.code
                        and t.role = k.role and t.facet_key = k.facet_key), '[]'),
           (select coalesce(jsonb_object_agg(p.facet_code, jsonb_build_array(p.low, p.high)), '{}')
              from tenant.answer_part p
             where p.tenant_id = s.room and p.unit_id = s.room and p.requirement_code = a.code),
           case s.later when 1 then (s.kept).saved_by else app.person() end,
           case s.later when 1 then (s.kept).saved_at else p_at end
      from (values (1, v_goes, a.theirs), (2, v_stays, a.ours)) as s (later, room, kept);
    update tenant.answer h set version = a.here + a.there + 2
     where h.tenant_id = v_stays and h.unit_id = v_stays and h.requirement_code = a.code;
    insert into tenant.merged_answer
      (tenant_id, unit_id, kind, requirement_code, version, level, na_reason, describes, knows, improve,
       from_room, merged_at)
    select v_stays, v_stays, 'answer', a.code, a.here + a.there + 1, (a.theirs).level,
           (a.theirs).na_reason, t.describes, t.knows, t.improve, p_from_room, p_at
      from app.merge_texts(v_goes, a.code) t, app.merge_texts(v_stays, a.code) u
     where ((a.theirs).level, (a.theirs).na_reason, t) is distinct from
           ((a.ours).level, (a.ours).na_reason, u)
       and ((a.theirs).level is not null or (a.theirs).na_reason is not null or t.whole <> '');
  end loop;
  return v_both;
end $$;
CREATE FUNCTION app.merge_columns(p_table text, p_as_read boolean) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
  select string_agg(case when not p_as_read then format('%I', a.attname)
                         when a.attname = 'tenant_id' then '$1'
                         when a.attname ~ 'unit_id$' then format('case when %1$I = $2 then $1 else %1$I end', a.attname)
                         else format('%I', a.attname) end, ', ' order by a.attnum)
    from pg_attribute a
   where a.attrelid = ('tenant.' || quote_ident(p_table))::regclass and a.attnum > 0
     and not a.attisdropped and a.attgenerated = '';
$_$;
CREATE FUNCTION app.merge_plan() RETURNS TABLE(name text, side text, unit_columns text[], key_columns text[], depth integer)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with recursive tables as (
    select c.oid, c.relname::text as name,
           coalesce((select array_agg(a.attname::text order by a.attnum) from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                and a.attname in ('unit_id', 'from_unit_id')), '{}') as unit_columns,
           (select array_agg(a.attname::text order by a.attnum) from pg_constraint k
              join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
             where k.conrelid = c.oid and k.contype = 'p') as key_columns,
           case when exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
                                and a.attname = 'agency_id' and not a.attisdropped) then 'board'
                when c.relname in ('unit', 'evidence_blob') then 'copied'
                else 'agency' end as side
      from pg_class c
     where c.relnamespace = 'tenant'::regnamespace and c.relkind = 'r'
       and c.relname not in ('audit_entry', 'audit_seal', 'guidance', 'guidance_version', 'idempotency', 'presence', 'report_look')),
  chosen as (
    select t.* from tables t
     where t.side = 'board'
        or exists (select from pg_policy p where p.polrelid = t.oid
                     and 'scope_agency'::regrole = any (p.polroles))),
  deep as (
    select t.oid, 0 as depth from chosen t
    union
    select k.conrelid, d.depth + 1 from deep d
      join pg_constraint k on k.confrelid = d.oid and k.contype = 'f' and k.conrelid <> d.oid
      join chosen t on t.oid = k.conrelid
     where d.depth < 40)
  select t.name, t.side, t.unit_columns, t.key_columns, max(d.depth)
    from chosen t join deep d on d.oid = t.oid
   group by t.name, t.side, t.unit_columns, t.key_columns;
$$;
CREATE FUNCTION app.merge_rooms(p_merge_id uuid, p_at timestamp with time zone DEFAULT now()) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
declare
  v_stays uuid;
  v_goes uuid;
  v_from_room text;
  v_both text[];
  v_moved jsonb := '{}';
  v_count bigint;
  v_set text;
  v_keep text;
  t record;
begin
  perform identity.enter_merge(p_merge_id);
  v_stays := app.party();
  v_goes := app.source_tenant();
  set constraints all deferred;
  v_from_room := tenancy.begin_merge();
  perform from tenant.unit u where u.tenant_id in (v_stays, v_goes) for update;
  execute format('insert into tenant.unit (%s) select %s from tenant.unit'
                 ' where tenant_id = $2 and unit_id <> $2',
                 app.merge_columns('unit', false), app.merge_columns('unit', true))
    using v_stays, v_goes;
  get diagnostics v_count = row_count;
  v_moved := v_moved || jsonb_build_object('unit', v_count);
  execute format('insert into tenant.evidence_blob (%s) select %s from tenant.evidence_blob'
                 ' where tenant_id = $2 on conflict on constraint evidence_blob_key do nothing',
                 app.merge_columns('evidence_blob', false), app.merge_columns('evidence_blob', true))
    using v_stays, v_goes;
  -- A content that nobody used here any more is used again. One that is not checked yet is to be sent again.
  update tenant.evidence_blob h
     set scan = case o.scan when 'pending' then 'blocked' else o.scan end, leaving_at = null
    from tenant.evidence_blob o
   where h.tenant_id = v_stays and o.tenant_id = v_goes and o.blob_sha256 = h.blob_sha256
     and h.scan in ('leaving', 'gone') and o.scan not in ('leaving', 'gone');
  v_both := app.merge_answers(v_from_room, p_at);
  perform app.merge_words_for_boards(v_from_room, p_at);
  for t in select * from app.merge_plan() p where p.side <> 'copied' order by p.depth, p.name loop
    v_set := case t.side when 'board' then 'agency_id' else 'tenant_id' end;
    v_keep := case
      when t.name in ('answer', 'answer_text', 'answer_part')
        then ' and not (unit_id = $2 and requirement_code = any ($3))'
      when t.name = 'board_answer'
        then ' and not exists (select from tenant.board_answer h where h.tenant_id = $1 and m.unit_id = $2'
             ' and h.unit_id = $1 and h.board_id = m.board_id and h.requirement_code = m.requirement_code)'
      when t.name = 'common_box'
        then ' and not exists (select from tenant.common_box h where h.tenant_id = $1 and m.unit_id = $2'
             ' and h.unit_id = $1 and h.board_id = m.board_id and h.template_code = m.template_code'
             ' and h.box_no = m.box_no)'
      when t.name = 'lead_officer'
        then ' and not exists (select from tenant.lead_officer h where h.tenant_id = $1 and m.unit_id = $2'
             ' and h.unit_id = $1 and h.board_id = m.board_id)'
      when t.name = 'assignment'
        then ' and (ended_at is not null or not exists (select from tenant.assignment h'
             ' where h.tenant_id = $1 and m.unit_id = $2 and h.unit_id = $1 and h.ended_at is null'
             ' and h.place_kind = m.place_kind and h.place = m.place and h.person_id = m.person_id))'
      else '' end;
    execute format('update tenant.%I m set %I = $1%s where %I = $2%s', t.name, v_set,
      coalesce((select string_agg(format(', %1$I = case when %1$I = $2 then $1 else %1$I end', u), '')
                  from unnest(t.unit_columns) as u), ''), v_set, v_keep)
      using v_stays, v_goes, v_both;
    get diagnostics v_count = row_count;
    if v_count > 0 then
      v_moved := v_moved || jsonb_build_object(t.name, v_count);
    end if;
  end loop;
  insert into tenant.audit_entry
    (tenant_id, person_id, role, what, subject_kind, subject_ref, facts, request_ref)
  select r.room, app.person(), app.role(), r.what, 'room', r.other::text,
         jsonb_build_object('merge', p_merge_id, 'rows', v_moved, 'in both', to_jsonb(v_both)),
         app.request_ref()
    from (values (v_stays, 'room.merged', v_goes), (v_goes, 'room.closed', v_stays))
      as r (room, what, other);
  perform tenancy.close_merge();
  set constraints all immediate;
  return v_moved;
end $_$;
CREATE FUNCTION app.merge_texts(p_room uuid, p_code text, OUT describes text, OUT knows text, OUT improve text, OUT whole text) RETURNS record
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select coalesce(max(x.text) filter (where x.role = 'describes' and x.facet_key = ''), ''),
         coalesce(max(x.text) filter (where x.role = 'knows' and x.facet_key = ''), ''),
         coalesce(max(x.text) filter (where x.role = 'improve' and x.facet_key = ''), ''),
         coalesce(string_agg(x.role || x.facet_key || x.text, '' order by x.role, x.facet_key)
                    filter (where x.text <> ''), '')
    from tenant.answer_text x
   where x.tenant_id = p_room and x.unit_id = p_room and x.requirement_code = p_code;
$$;
CREATE FUNCTION app.merge_words_for_boards(p_from_room text, p_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_stays uuid := app.party();
  v_goes uuid := app.source_tenant();
  a record;
begin
  for a in select h as ours, o as theirs from tenant.board_answer h
             join tenant.board_answer o on o.tenant_id = v_goes and o.unit_id = v_goes
                                       and o.board_id = h.board_id
                                       and o.requirement_code = h.requirement_code
            where h.tenant_id = v_stays and h.unit_id = v_stays
            order by h.board_id, h.requirement_code for update of h, o loop
    update tenant.board_answer_version v
       set tenant_id = v_stays, unit_id = v_stays, version = v.version + (a.ours).version
     where v.tenant_id = v_goes and v.unit_id = v_goes and v.board_id = (a.ours).board_id
       and v.requirement_code = (a.ours).requirement_code;
    insert into tenant.board_answer_version
      (tenant_id, unit_id, board_id, requirement_code, version, level, na_reason, describes, knows,
       improve, confirmed, saved_by, saved_at)
    values (v_stays, v_stays, (a.ours).board_id, (a.ours).requirement_code,
            (a.ours).version + (a.theirs).version + 1, (a.ours).level, (a.ours).na_reason,
            (a.ours).describes, (a.ours).knows, (a.ours).improve, (a.ours).confirmed_at is not null,
            app.person(), p_at);
    update tenant.board_answer h set version = (a.ours).version + (a.theirs).version + 1
     where h.tenant_id = v_stays and h.unit_id = v_stays and h.board_id = (a.ours).board_id
       and h.requirement_code = (a.ours).requirement_code;
    insert into tenant.merged_answer
      (tenant_id, unit_id, kind, requirement_code, board_id, version, level, na_reason, describes, knows,
       improve, from_room, merged_at)
    select v_stays, v_stays, 'for_board', (a.theirs).requirement_code, (a.theirs).board_id,
           (a.ours).version + (a.theirs).version, (a.theirs).level, (a.theirs).na_reason,
           (a.theirs).describes, (a.theirs).knows, (a.theirs).improve, p_from_room, p_at
     where ((a.theirs).level, (a.theirs).na_reason, (a.theirs).describes, (a.theirs).knows,
            (a.theirs).improve) is distinct from
           ((a.ours).level, (a.ours).na_reason, (a.ours).describes, (a.ours).knows, (a.ours).improve);
  end loop;
  for a in select h as ours, o as theirs from tenant.common_box h
             join tenant.common_box o on o.tenant_id = v_goes and o.unit_id = v_goes
                                     and o.board_id = h.board_id and o.template_code = h.template_code
                                     and o.box_no = h.box_no
            where h.tenant_id = v_stays and h.unit_id = v_stays
            order by h.board_id, h.template_code, h.box_no for update of h, o loop
    update tenant.common_box_version v
       set tenant_id = v_stays, unit_id = v_stays, version = v.version + (a.ours).version
     where v.tenant_id = v_goes and v.unit_id = v_goes and v.board_id = (a.ours).board_id
       and v.template_code = (a.ours).template_code and v.box_no = (a.ours).box_no;
    update tenant.inherited_box i set from_version = i.from_version + (a.ours).version
      from tenant.board_box b
     where i.tenant_id = v_goes and i.from_unit_id = v_goes and i.box_no = (a.ours).box_no
       and b.tenant_id = i.tenant_id and b.unit_id = i.unit_id and b.request_id = i.request_id
       and b.box_no = i.box_no and b.kind = i.kind and b.board_id = (a.ours).board_id;
    insert into tenant.common_box_version
      (tenant_id, unit_id, board_id, template_code, box_no, version, text, saved_by, saved_at)
    values (v_stays, v_stays, (a.ours).board_id, (a.ours).template_code, (a.ours).box_no,
            (a.ours).version + (a.theirs).version + 1, (a.ours).text, app.person(), p_at);
    update tenant.common_box h set version = (a.ours).version + (a.theirs).version + 1
     where h.tenant_id = v_stays and h.unit_id = v_stays and h.board_id = (a.ours).board_id
       and h.template_code = (a.ours).template_code and h.box_no = (a.ours).box_no;
    insert into tenant.merged_answer
      (tenant_id, unit_id, kind, board_id, box_no, version, describes, from_room, merged_at)
    select v_stays, v_stays, 'common_words', (a.theirs).board_id, (a.theirs).box_no,
           (a.ours).version + (a.theirs).version, (a.theirs).text, p_from_room, p_at
     where (a.theirs).text <> (a.ours).text and (a.theirs).text <> '';
  end loop;
end $$;
CREATE FUNCTION app.move_count(p_board uuid, p_audit uuid, p_was text, p_is text) RETURNS void
    LANGUAGE sql
    AS $$
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
CREATE FUNCTION app.note_unsealed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  insert into jobs.unsealed (party_id, entry_no) values (new.tenant_id, new.entry_no);
  return null;
end $$;
CREATE FUNCTION app.party() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN (NULLIF(split_part(current_setting('onereturn.scope'::text, true), '|'::text, 2), ''::text))::uuid;
CREATE FUNCTION app.person() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN (NULLIF(split_part(current_setting('onereturn.scope'::text, true), '|'::text, 3), ''::text))::uuid;
CREATE FUNCTION app.read_delivery(p_job_id uuid, p_fence bigint) RETURNS TABLE(head app.frozen_head, line app.frozen_line)
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  v_job record := identity.enter_job(p_job_id, p_fence);
begin
  return query
    select row(d.submission_id, d.request_id, d.board_id, d.way, d.template_code, d.template_version,
               d.framework_code, d.framework_version, d.mapping_version,
               coalesce(d.parts, '{}'), s.authorised_name, s.authorised_position, s.statement, s.submitted_at, p.name, p.area, p.aliases,
               p.procedures)::app.frozen_head, l
      from tenant.delivery d
      join tenant.submission s on s.tenant_id = d.tenant_id and s.submission_id = d.submission_id
      join tenancy.party_profile p on p.party_id = d.board_id
      left join lateral app.frozen_lines(d.tenant_id, d.submission_id, d.board_id, d.request_id) l on true
     where d.tenant_id = v_job.source_tenant and d.submission_id = v_job.source_ref
       and d.request_id = v_job.target_ref and d.board_id = v_job.party_id
     order by l.part, l.line_no;
end $$;
CREATE FUNCTION app.record(p_what text, p_subject_kind text, p_subject_ref text, p_facts jsonb DEFAULT '{}'::jsonb, p_payload text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  v_salt bytea := case when p_payload is not null then uuid_send(gen_random_uuid()) end;
begin
  insert into tenant.audit_entry
    (tenant_id, person_id, role, job_id, what, subject_kind, subject_ref, facts, payload, payload_salt,
     payload_digest, request_ref)
  values
    (app.party(), app.person(), app.role(), app.job(), p_what, p_subject_kind, p_subject_ref, p_facts,
     p_payload, v_salt, sha256(v_salt || convert_to(p_payload, 'UTF8')),
     app.request_ref());
end $$;
CREATE FUNCTION app.request_ref(p_said text DEFAULT current_setting('onereturn.request_ref'::text, true)) RETURNS text
    LANGUAGE sql STABLE
    RETURN "substring"(p_said, '^[0-9a-f]{16}$'::text);
CREATE FUNCTION app.role() RETURNS text
    LANGUAGE sql STABLE
    RETURN NULLIF(split_part(current_setting('onereturn.scope'::text, true), '|'::text, 5), ''::text);
CREATE FUNCTION app.room_counts() RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select jsonb_build_object(
    'evidence', (select count(*) from tenant.evidence e
                  where e.tenant_id = app.party() and e.withdrawn_at is null),
    'units', (select count(*) from tenant.unit u
               where u.tenant_id = app.party() and u.parent_unit_id is not null),
    'colleagues', (select count(distinct c.person_id) from identity.colleagues() c where c.is_current),
    'boards', (select count(*) from tenancy.connection c
                where c.agency_id = app.party() and c.ended_at is null),
    'requests', (select count(*) from tenant.request q
                  where q.agency_id = app.party() and q.state = 'open'),
    'submissions', (select count(*) from tenant.submission s where s.tenant_id = app.party()),
    'commitments', (select count(*) from tenant.commitment k where k.tenant_id = app.party()),
    'answers', (select count(*) from tenant.answer a where a.tenant_id = app.party())
               + (select count(*) from tenant.board_answer a where a.tenant_id = app.party())
               + (select count(*) from tenant.board_box b where b.tenant_id = app.party()),
    'counted_at', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'answered', (select coalesce(jsonb_agg(a.requirement_code order by a.requirement_code), '[]')
                   from tenant.answer a
                  where a.tenant_id = app.party() and a.unit_id = app.party()));
$$;
CREATE FUNCTION app.save_answer(p_token_hash bytea, p_unit_id uuid, p_requirement_code text, p_expected_version integer, p_level integer, p_na_reason text, p_modification_reason text, p_mode text, p_inherited_version integer, p_confirm boolean, p_roles text[], p_facets text[], p_texts text[], p_part_facets text[], p_part_lows integer[], p_part_highs integer[], p_request_ref text, p_at timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS TABLE(saved boolean, version integer, saved_at timestamp with time zone, saved_by uuid, saved_by_name text, level integer, na_reason text, roles text[], facets text[], texts text[], part_facets text[], part_lows integer[], part_highs integer[])
    LANGUAGE plpgsql
    AS $$
#variable_conflict use_column
declare
  v_actor record := identity.enter(p_token_hash);
  v_party uuid := v_actor.party_id;
  v_person uuid := v_actor.person_id;
  v_new integer := p_expected_version + 1;
  v_at timestamptz := coalesce(p_at, now());
begin
  if v_actor.scope <> 'agency' then
    raise exception 'only an agency answers' using errcode = 'OR004';
  end if;
  if v_actor.role = 'contributor' and not identity.may_write(p_requirement_code) then
    raise exception 'not among one''s standards, constraint "answer_standard"' using errcode = '23514',
      constraint = 'answer_standard';
  end if;
  if p_expected_version = 0 then
    insert into tenant.answer
      (tenant_id, unit_id, requirement_code, level, na_reason, modification_reason, mode,
       inherited_version, confirmed_by, confirmed_at, version, saved_by, saved_at)
    values
      (v_party, p_unit_id, p_requirement_code, p_level, p_na_reason, p_modification_reason, p_mode,
       p_inherited_version, case when p_confirm then v_person end, case when p_confirm then v_at end,
       1, v_person, v_at)
    on conflict on constraint answer_key do nothing;
  else
    update tenant.answer a
       set level = p_level, na_reason = p_na_reason, modification_reason = p_modification_reason,
           mode = p_mode, inherited_version = p_inherited_version, version = v_new,
           confirmed_by = case when p_confirm then v_person end,
           confirmed_at = case when p_confirm then v_at end,
           saved_by = v_person, saved_at = v_at
     where a.tenant_id = v_party and a.unit_id = p_unit_id
       and a.requirement_code = p_requirement_code and a.version = p_expected_version;
  end if;
  if found then
    if cardinality(p_texts) > 0 then
      insert into tenant.answer_text (tenant_id, unit_id, requirement_code, role, facet_code, text)
      select v_party, p_unit_id, p_requirement_code, t.role, nullif(t.facet, ''), t.text
        from unnest(p_roles, p_facets, p_texts) as t (role, facet, text)
      on conflict on constraint answer_text_key do update set text = excluded.text;
    end if;
    if p_part_facets is not null then
      delete from tenant.answer_part p
       where p.tenant_id = v_party and p.unit_id = p_unit_id
         and p.requirement_code = p_requirement_code and p.facet_code <> all (p_part_facets);
      if cardinality(p_part_facets) > 0 then
        insert into tenant.answer_part (tenant_id, unit_id, requirement_code, facet_code, low, high)
        select v_party, p_unit_id, p_requirement_code, t.facet, t.low, t.high
          from unnest(p_part_facets, p_part_lows, p_part_highs) as t (facet, low, high)
        on conflict on constraint answer_part_key
          do update set low = excluded.low, high = excluded.high;
      end if;
    end if;
    insert into tenant.answer_version
      (tenant_id, unit_id, requirement_code, version, level, na_reason, modification_reason, mode,
       inherited_version, confirmed, saved_by, saved_at, texts, parts)
    values
      (v_party, p_unit_id, p_requirement_code, v_new, p_level, p_na_reason, p_modification_reason, p_mode,
       p_inherited_version, p_confirm, v_person, v_at,
       coalesce((select jsonb_agg(jsonb_build_array(t.role, t.facet, t.text))
                   from unnest(p_roles, p_facets, p_texts) as t (role, facet, text)), '[]'),
       (select coalesce(jsonb_object_agg(t.facet, jsonb_build_array(t.low, t.high)), '{}')
          from unnest(p_part_facets, p_part_lows, p_part_highs) as t (facet, low, high)
        having p_part_facets is not null));
    insert into tenant.audit_entry
      (business_at, tenant_id, person_id, role, what, subject_kind, subject_ref, facts, request_ref)
    values
      (p_at, v_party, v_person, v_actor.role, 'answer.saved', 'answer', p_requirement_code,
       jsonb_build_object('unit', p_unit_id, 'version', v_new, 'confirmed', p_confirm), app.request_ref(p_request_ref));
    return query
      select true, v_new, v_at, v_person, v_actor.person_name, p_level, p_na_reason, null::text[], null::text[],
             null::text[], null::text[], null::integer[], null::integer[];
    return;
  end if;
  return query
    select false, a.version::integer, a.saved_at, a.saved_by,
           (select c.person_name from identity.colleagues() c where c.person_id = a.saved_by limit 1),
           a.level::integer, a.na_reason::text, t.roles, t.facets, t.texts, p.facets, p.lows, p.highs
      from tenant.answer a
      left join lateral (
        select array_agg(x.role::text order by x.role, x.facet_key) as roles,
               array_agg(x.facet_key order by x.role, x.facet_key) as facets,
               array_agg(x.text::text order by x.role, x.facet_key) as texts
          from tenant.answer_text x
         where x.tenant_id = v_party and x.unit_id = p_unit_id
           and x.requirement_code = p_requirement_code) t on true
      left join lateral (
        select array_agg(x.facet_code::text order by x.facet_code) as facets,
               array_agg(x.low::integer order by x.facet_code) as lows,
               array_agg(x.high::integer order by x.facet_code) as highs
          from tenant.answer_part x
         where x.tenant_id = v_party and x.unit_id = p_unit_id
           and x.requirement_code = p_requirement_code) p on true
     where a.tenant_id = v_party and a.unit_id = p_unit_id
       and a.requirement_code = p_requirement_code;
  if not found then
    raise exception 'there is no such answer' using errcode = 'OR004';
  end if;
end $$;
CREATE FUNCTION app.say_redacted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  v_why text := 'Words were redacted on '
    || to_char(new.redacted_at at time zone 'Europe/London', 'FMDD FMMonth YYYY') || '.';
begin
  update directory.receipt c set redacted = c.redacted + 1
    from tenant.return_version v
   where v.tenant_id = new.tenant_id and v.return_id = new.return_id and v.version_no = new.version_no
     and c.board_id = new.tenant_id and c.code_hash = sha256(convert_to(v.receipt_code, 'UTF8'));
  perform app.hold_words(new.tenant_id);
  update tenant.report_draft d
     set facts = jsonb_build_array(jsonb_build_object('is', 'paragraph', 'spans', jsonb_build_array(
           jsonb_build_object('text', 'This version held copies of its papers. They were removed. ' || v_why)))),
         holds_words = false, saves = d.saves + 1
   where d.tenant_id = new.tenant_id and d.holds_words and d.report_id in (
     select h.report_id from tenant.report_return h
      where h.tenant_id = new.tenant_id and h.return_id = new.return_id);
  update tenant.report_file f
     set state = case f.state when 'asked' then 'asked' else 'removed' end,
         file_id = case f.state when 'asked' then f.file_id else gen_random_uuid() end,
         reason = case f.state when 'asked' then f.reason else v_why end,
         made_at = null, size_bytes = null, sha256 = null, content = null
   where f.tenant_id = new.tenant_id and f.state in ('asked', 'making', 'ready') and f.report_id in (
     select h.report_id from tenant.report_return h
      where h.tenant_id = new.tenant_id and h.return_id = new.return_id);
  update tenant.return_paper p
     set state = case p.state when 'asked' then 'asked' else 'removed' end,
         file_id = case p.state when 'asked' then p.file_id else gen_random_uuid() end,
         reason = case p.state when 'asked' then p.reason else v_why end,
         made_at = null, size_bytes = null, sha256 = null, content = null
    from tenant.return r
   where r.tenant_id = new.tenant_id and r.return_id = new.return_id
     and p.board_id = r.tenant_id and p.request_id = r.request_id and p.version_no = new.version_no
     and p.state in ('asked', 'making', 'ready');
  return null;
end $$;
CREATE FUNCTION app.say_superseded() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  update directory.receipt c
     set superseded_by = new.latest_version, superseded_on = (new.received_at at time zone 'Europe/London')::date
    from tenant.return_version v
   where v.tenant_id = new.tenant_id and v.return_id = new.return_id and v.version_no = old.latest_version
     and c.board_id = new.tenant_id and c.code_hash = sha256(convert_to(v.receipt_code, 'UTF8'));
  return null;
end $$;
CREATE FUNCTION app.scope() RETURNS text
    LANGUAGE sql STABLE
    RETURN NULLIF(split_part(current_setting('onereturn.scope'::text, true), '|'::text, 1), ''::text);
CREATE FUNCTION app.sealed_day(p_scope text) RETURNS date
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION app.sealed_party(p_scope text) RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_scope text := current_setting('onereturn.scope', true);
  v_key bytea;
begin
  select k.key into strict v_key from app.seal_key k;
  if split_part(v_scope, '|', 1) = p_scope
     and current_setting('onereturn.seal', true)
         = encode(sha256(v_key || convert_to(v_scope, 'UTF8') || int4send(pg_backend_pid())
                         || timestamptz_send(transaction_timestamp()) || v_key), 'hex') then
    return split_part(v_scope, '|', 2)::uuid;
  end if;
  raise exception 'this transaction holds no such scope' using errcode = 'OR001';
end $$;
CREATE FUNCTION app.sealed_person(p_scope text) RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION app.sealed_ref(p_scope text) RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_scope text := current_setting('onereturn.scope', true);
  v_key bytea;
begin
  select k.key into strict v_key from app.seal_key k;
  if split_part(v_scope, '|', 1) = p_scope
     and current_setting('onereturn.seal', true)
         = encode(sha256(v_key || convert_to(v_scope, 'UTF8') || int4send(pg_backend_pid())
                         || timestamptz_send(transaction_timestamp()) || v_key), 'hex') then
    return split_part(v_scope, '|', 7)::uuid;
  end if;
  raise exception 'this transaction holds no such scope' using errcode = 'OR001';
end $$;
CREATE FUNCTION app.sealed_rooms(p_scope text) RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_scope text := current_setting('onereturn.scope', true);
  v_key bytea;
begin
  select k.key into strict v_key from app.seal_key k;
  if split_part(v_scope, '|', 1) = p_scope and p_scope = 'merge'
     and current_setting('onereturn.seal', true)
         = encode(sha256(v_key || convert_to(v_scope, 'UTF8') || int4send(pg_backend_pid())
                         || timestamptz_send(transaction_timestamp()) || v_key), 'hex') then
    return array[split_part(v_scope, '|', 2)::uuid, split_part(v_scope, '|', 6)::uuid];
  end if;
  raise exception 'this transaction holds no such scope' using errcode = 'OR001';
end $$;
CREATE FUNCTION app.sealed_scope(p_scope text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_scope text := current_setting('onereturn.scope', true);
  v_key bytea;
begin
  select k.key into strict v_key from app.seal_key k;
  if split_part(v_scope, '|', 1) = p_scope
     and current_setting('onereturn.seal', true)
         = encode(sha256(v_key || convert_to(v_scope, 'UTF8') || int4send(pg_backend_pid())
                         || timestamptz_send(transaction_timestamp()) || v_key), 'hex') then
    return true;
  end if;
  raise exception 'this transaction holds no such scope' using errcode = 'OR001';
end $$;
CREATE FUNCTION app.sealed_source(p_scope text) RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_scope text := current_setting('onereturn.scope', true);
  v_key bytea;
begin
  select k.key into strict v_key from app.seal_key k;
  if split_part(v_scope, '|', 1) = p_scope
     and current_setting('onereturn.seal', true)
         = encode(sha256(v_key || convert_to(v_scope, 'UTF8') || int4send(pg_backend_pid())
                         || timestamptz_send(transaction_timestamp()) || v_key), 'hex') then
    return nullif(split_part(v_scope, '|', 6), '')::uuid;
  end if;
  raise exception 'this transaction holds no such scope' using errcode = 'OR001';
end $$;
CREATE FUNCTION app.sealed_target(p_scope text) RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_scope text := current_setting('onereturn.scope', true);
  v_key bytea;
begin
  select k.key into strict v_key from app.seal_key k;
  if split_part(v_scope, '|', 1) = p_scope
     and current_setting('onereturn.seal', true)
         = encode(sha256(v_key || convert_to(v_scope, 'UTF8') || int4send(pg_backend_pid())
                         || timestamptz_send(transaction_timestamp()) || v_key), 'hex') then
    return split_part(v_scope, '|', 8)::uuid;
  end if;
  raise exception 'this transaction holds no such scope' using errcode = 'OR001';
end $$;
CREATE FUNCTION app.sealed_unit(p_scope text) RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION app.share_words(p_board uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select pg_advisory_xact_lock_shared(hashtextextended(p_board::text || ' words', 0));
$$;
CREATE FUNCTION app.source_ref() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN (NULLIF(split_part(current_setting('onereturn.scope'::text, true), '|'::text, 7), ''::text))::uuid;
CREATE FUNCTION app.source_tenant() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN (NULLIF(split_part(current_setting('onereturn.scope'::text, true), '|'::text, 6), ''::text))::uuid;
CREATE FUNCTION app.standing(p_state text, p_left_out text, p_return_state text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select case when p_return_state = 'signed_off' then 'signed_off'
              when p_return_state = 'evaluated' then 'evaluated'
              when p_return_state in ('received', 'acknowledged', 'being_evaluated') then 'to_evaluate'
              when p_state = 'withdrawn' then 'withdrawn'
              when p_left_out is not null or p_state <> 'open' then 'left_out'
              when p_return_state = 'returned' then 'sent_back'
              else 'awaited' end;
$$;
CREATE FUNCTION app.take_action_answer(p_job_id uuid, p_fence bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
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
      insert into tenant.audit_entry (business_at, tenant_id, role, job_id, what, subject_kind, subject_ref, facts)
      values (v_answer.answered_at, v_job.party_id, 'job', p_job_id, 'action.answered_by_mail', 'action', v_answer.action_id::text,
              jsonb_build_object('said', v_answer.said));
    end if;
  end if;
  perform jobs.finish(p_job_id, p_fence);
end $$;
CREATE FUNCTION app.take_key(p_key text) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select pg_try_advisory_xact_lock(hashtextextended(app.sealed_party('agency')::text || ' ' || p_key, 0));
$$;
CREATE FUNCTION app.target_ref() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN (NULLIF(split_part(current_setting('onereturn.scope'::text, true), '|'::text, 8), ''::text))::uuid;
CREATE FUNCTION app.tell_actions(p_board uuid, p_return uuid, p_version integer, p_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION app.tell_people(p_job_id uuid, p_fence bigint, p_day date) RETURNS integer
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION app.unit() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN (NULLIF(split_part(current_setting('onereturn.scope'::text, true), '|'::text, 4), ''::text))::uuid;
CREATE FUNCTION app.units_to_read() RETURNS uuid[]
    LANGUAGE plpgsql STABLE
    AS $$
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
CREATE FUNCTION app.write_delivery(p_job_id uuid, p_fence bigint, p_origin text, p_result_hash bytea, p_receipt_code text, p_framework_code text, p_framework_version integer, p_mapping_version integer, p_counts integer[], p_box_nos text[], p_box_texts text[], p_box_points text[], p_box_states text[], p_box_na_reasons text[], p_box_digests bytea[], p_box_salts bytea[], p_source_boxes text[], p_source_kinds text[], p_source_requirements text[], p_source_items text[], p_source_answer_versions integer[], p_source_confirmed_on date[], p_source_rules text[], p_source_lows integer[], p_source_highs integer[], p_source_chosen_by text[], p_source_reasons text[], p_action_kinds text[], p_action_commitments uuid[], p_action_areas text[], p_action_changes text[], p_action_whats text[], p_action_hows text[], p_action_leads text[], p_action_by_on date[], p_action_progress text[], p_action_evidence text[], p_action_risks text[], p_action_places text[], p_action_scheme text, p_evidence_lines integer[], p_evidence_boxes text[], p_level_requirements text[], p_levels integer[], p_at timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS TABLE(written boolean, return_id uuid, version_no integer, receipt_code text, delivered_at timestamp with time zone)
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
    (tenant_id, request_id, agency_id, origin, boxes_filled, ratings_set, ratings_chosen,
     received_at)
  values
    (v_board, v_request, v_agency, p_origin,
     cardinality(p_box_nos) - coalesce(p_counts[3], 0), p_counts[1], p_counts[2], v_at)
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
    (business_at, tenant_id, role, job_id, what, subject_kind, subject_ref, facts)
  values
    (p_at, v_board, 'job', p_job_id, 'return.delivered', 'return', v_return::text,
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
             ratings_chosen = p_counts[2]
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
CREATE FUNCTION directory.verify_receipt(p_code_hash bytea) RETURNS TABLE(board_name text, received_on date, version_no integer, return_hash bytea, state text, superseded_by integer, superseded_on date, redacted integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select r.board_name::text, r.received_on, r.version_no::integer, r.return_hash::bytea, r.state::text,
         r.superseded_by::integer, r.superseded_on, r.redacted
    from directory.receipt r where r.code_hash = p_code_hash;
$$;
CREATE FUNCTION identity.accept_colleague_invitation(p_token_hash bytea, p_name text, p_position text) RETURNS TABLE(person_id uuid, membership_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_link uuid := (select u.link_id from identity.use_link(p_token_hash, 'colleague') u);
  v_invitation identity.colleague_invitation;
begin
  update identity.colleague_invitation i set accepted_at = clock_timestamp()
   where i.link_id = v_link and i.accepted_at is null and i.withdrawn_at is null
  returning * into v_invitation;
  if not found then
    return;
  end if;
  insert into identity.person (email, display_name) values (v_invitation.email, p_name)
  on conflict (email) do nothing;
  select n.person_id into person_id from identity.person n
   where n.email = v_invitation.email and n.disabled_at is null;
  if person_id is null then
    return;
  end if;
  select m.membership_id into membership_id from identity.membership m
   where m.person_id = accept_colleague_invitation.person_id and m.party_id = v_invitation.party_id
     and m.role = v_invitation.role and m.unit_id is not distinct from v_invitation.unit_id
     and m.to_at is null;
  if membership_id is null then
    insert into identity.membership (person_id, party_id, unit_id, role, position, standards)
    values (accept_colleague_invitation.person_id, v_invitation.party_id, v_invitation.unit_id,
            v_invitation.role, p_position, v_invitation.standards)
    returning identity.membership.membership_id into accept_colleague_invitation.membership_id;
  end if;
  return next;
end $$;
CREATE FUNCTION identity.account_of(p_token_hash bytea) RETURNS TABLE(person_id uuid, person_name text, email text, password_hash text, has_second_factor boolean, needs_second_factor boolean, two_factor boolean, codes_left integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return query
    select i.person_id, i.person_name, i.email, c.password_hash::text, f.confirmed, f.needed,
           s.two_factor, f.codes_left
      from identity.session_info(p_token_hash) i
      join identity.session s on s.token_hash = p_token_hash
      left join identity.credential c on c.person_id = i.person_id
     cross join lateral identity.second_factor_of(i.person_id) f;
end $$;
CREATE FUNCTION identity.acting_as(p_role text) RETURNS uuid
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := app.sealed_party('agency');
begin
  if app.role() is distinct from p_role then
    raise exception 'this role may not do that' using errcode = 'OR001';
  end if;
  return v_party;
end $$;
CREATE FUNCTION identity.acts_for(p_person_id uuid, p_agency_id uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION identity.agree_email_change(p_token_hash bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_link record;
begin
  select * into v_link from identity.use_link(p_token_hash, 'email_leave');
  if v_link.person_id is null then
    return false;
  end if;
  perform identity.post_email_change(v_link.person_id, v_link.email);
  return true;
end $$;
CREATE FUNCTION identity.agree_to_submit(p_client_id uuid, p_position text, p_statement text, p_lifetime interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.acting_as('authoriser');
  v_client identity.client;
  v_membership uuid;
  v_program uuid;
  v_ends timestamptz := now() + least(p_lifetime, interval '366 days');
begin
  select c.* into v_client from identity.client c
   where c.client_id = p_client_id and c.party_id = v_party and c.revoked_at is null
     and 'submit' = any (c.scopes)
   for update;
  select m.membership_id into v_membership from identity.membership m
   where m.person_id = app.person() and m.party_id = v_party and m.role = 'authoriser'
     and m.unit_id is not distinct from app.unit()
     and m.from_at <= now() and (m.to_at is null or m.to_at > now())
   order by m.from_at limit 1;
  if v_client.client_id is null or v_membership is null then
    return false;
  end if;
  perform identity.end_consent(p_client_id);
  insert into identity.membership (person_id, party_id, unit_id, role, from_at, to_at)
  values (v_client.person_id, v_party, app.unit(), 'authoriser', clock_timestamp(), v_ends)
  returning membership_id into v_program;
  insert into identity.client_consent
    (client_id, membership_id, program_membership_id, name, position, statement, ends_at)
  select p_client_id, v_membership, v_program, n.display_name, p_position, p_statement, v_ends
    from identity.person n where n.person_id = app.person();
  return true;
end $$;
CREATE FUNCTION identity.answer_action_link(p_token_hash bytea, p_address text, p_said text, p_text text, p_new_on date, p_at timestamp with time zone) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION identity.ask_email_change(p_token_hash bytea, p_email text, p_proved boolean) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_person record;
  v_link uuid;
  v_proved boolean;
begin
  select i.person_id, i.person_name, i.email into strict v_person
    from identity.session_info(p_token_hash) i;
  if not identity.count_use('email change', v_person.person_id::text, 5) then
    return null;
  end if;
  v_proved := p_proved and exists (select from identity.credential c
                                    where c.person_id = v_person.person_id);
  if v_proved then
    perform identity.post_email_change(v_person.person_id, lower(p_email));
    perform identity.post(null, 'email_change_asked', v_person.email,
      jsonb_build_object('name', v_person.person_name, 'new', lower(p_email)));
    return true;
  end if;
  insert into identity.link (purpose, person_id, email, lifetime)
  values ('email_leave', v_person.person_id, lower(p_email), interval '1 hour')
  returning link_id into v_link;
  perform identity.post(null, 'email_leave', v_person.email,
    jsonb_build_object('name', v_person.person_name, 'new', lower(p_email)), v_link);
  return false;
end $$;
CREATE FUNCTION identity.ask_link(p_purpose text, p_email text, p_address text, p_next text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_allowed boolean := identity.count_use('link', p_email, 5);
  v_person identity.person;
  v_link uuid;
  v_by_password boolean;
begin
  if p_purpose not in ('sign_in', 'password') then
    raise exception 'no such link is asked for' using errcode = 'OR001';
  end if;
  v_allowed := identity.count_use('links from', p_address, 60) and v_allowed;
  if not v_allowed then
    return false;
  end if;
  select * into v_person from identity.person n
   where n.email = lower(p_email) and n.disabled_at is null;
  v_by_password := p_purpose = 'sign_in' and identity.needs_second_factor(v_person.person_id);
  insert into identity.link (purpose, person_id, next_path, lifetime)
  values (p_purpose, v_person.person_id, p_next,
          case p_purpose when 'sign_in' then interval '15 minutes' else interval '1 hour' end)
  returning link_id into v_link;
  perform identity.post(null, case when v_by_password then 'sign_in_by_password' else p_purpose end,
    v_person.email, jsonb_build_object('name', coalesce(v_person.display_name, '')),
    case when not v_by_password then v_link end);
  return true;
end $$;
CREATE FUNCTION identity.ask_signing_code(p_token_hash bytea, p_digest bytea, p_copies integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_person record;
  v_link uuid;
begin
  select i.person_id, i.person_name, i.email into strict v_person
    from identity.session_info(p_token_hash) i;
  if not identity.count_use('signing', v_person.person_id::text, 10) then
    return false;
  end if;
  insert into identity.link (purpose, person_id, digest, lifetime)
  values ('signing', v_person.person_id, p_digest, interval '15 minutes')
  returning link_id into v_link;
  perform identity.post(null, 'signing_code', v_person.email,
    jsonb_build_object('name', v_person.person_name, 'copies', p_copies::text), v_link);
  return true;
end $$;
CREATE FUNCTION identity.authority_to_submit() RETURNS TABLE(program text, name text, "position" text, statement text, given_at timestamp with time zone)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := app.sealed_party('agency');
begin
  return query
    select c.name::text, a.name::text, a.position::text, a.statement::text, a.given_at
      from identity.client c
      left join (select k.* from identity.client_consent k
                   join identity.membership m on m.membership_id = k.membership_id
                   join identity.person n on n.person_id = m.person_id
                  where k.withdrawn_at is null and k.ends_at > now() and n.disabled_at is null
                    and (m.to_at is null or m.to_at > now())) a on a.client_id = c.client_id
     where c.person_id = app.person() and c.party_id = v_party;
end $$;
CREATE FUNCTION identity.begin_calendar(p_own_token_hash bytea, p_token_hash bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform identity.end_calendar(p_own_token_hash);
  insert into identity.session (token_hash, membership_id, person_id, party_id, unit_id, role, kind,
                                scopes, expires_at)
  select p_token_hash, s.membership_id, s.person_id, s.party_id, s.unit_id, s.role, 'bearer',
         array['calendar'], clock_timestamp() + interval '2 years'
    from identity.session s join tenancy.party p on p.party_id = s.party_id
   where s.token_hash = p_own_token_hash and s.ended_at is null
     and s.expires_at > clock_timestamp() and s.scopes is null and p.kind = 'agency';
  return found;
end $$;
CREATE FUNCTION identity.begin_checked_session(p_token_hash bytea, p_person_id uuid, p_membership_id uuid, p_lifetime interval, p_replaces bytea, p_device text, p_two_factor boolean) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_two boolean := p_two_factor;
  v_device text := p_device;
  v_expires timestamptz;
begin
  select v_two or s.two_factor, coalesce(nullif(v_device, ''), s.device) into v_two, v_device
    from identity.session s
   where s.token_hash = p_replaces and s.person_id = p_person_id and s.ended_at is null;
  v_two := coalesce(v_two, p_two_factor);
  if not v_two and exists (
      select from identity.membership m join tenancy.party p on p.party_id = m.party_id
       where m.membership_id = p_membership_id and p.kind <> 'agency') then
    raise exception 'this role needs a second factor' using errcode = 'OR005';
  end if;
  v_expires := identity.begin_session(p_token_hash, p_person_id, p_membership_id, 'browser',
                                      p_lifetime, p_replaces);
  update identity.session set device = coalesce(v_device, p_device), two_factor = v_two
   where token_hash = p_token_hash;
  return v_expires;
end $$;
CREATE FUNCTION identity.begin_client_session(p_client text, p_secret_hash bytea, p_address text, p_scopes text[], p_token_hash bytea, p_lifetime interval, OUT outcome text, OUT granted text[]) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_client identity.client;
  v_membership identity.membership;
begin
  outcome := 'locked';
  perform from identity.throttle t
    where t.key_hash in (identity.throttle_key('client', p_client),
                         identity.throttle_key('address', p_address))
      and t.locked_until > clock_timestamp();
  if found then
    return;
  end if;
  outcome := 'unknown';
  select c.* into v_client from identity.client c
    join identity.client_secret s on s.client_id = c.client_id
   where c.client_id::text = lower(p_client) and c.revoked_at is null
     and s.secret_hash = p_secret_hash and (s.ends_at is null or s.ends_at > clock_timestamp());
  if not found then
    perform identity.count_client_failure('client', p_client, 20),
            identity.count_client_failure('address', p_address, 60);
    return;
  end if;
  outcome := 'scope';
  granted := coalesce(p_scopes, v_client.scopes);
  if p_scopes is null and granted && array['answers:write', 'evidence:write'] then
    granted := array_remove(granted, 'submit');
  end if;
  if cardinality(granted) = 0 or not granted <@ v_client.scopes
     or 'submit' = any (granted) and granted && array['answers:write', 'evidence:write'] then
    return;
  end if;
  outcome := 'consent';
  select m.* into v_membership from identity.membership m
   where m.person_id = v_client.person_id and m.party_id = v_client.party_id
     and m.role = case when 'submit' = any (granted) then 'authoriser' else 'contributor' end
     and m.from_at <= clock_timestamp() and (m.to_at is null or m.to_at > clock_timestamp())
     and (m.role <> 'authoriser' or exists (
           select from identity.client_consent k
             join identity.membership a on a.membership_id = k.membership_id
             join identity.person n on n.person_id = a.person_id
            where k.program_membership_id = m.membership_id and k.withdrawn_at is null
              and (a.to_at is null or a.to_at > clock_timestamp()) and n.disabled_at is null));
  if not found then
    return;
  end if;
  outcome := 'many';
  if (select count(*) from identity.session s where s.client_id = v_client.client_id
        and s.ended_at is null and s.expires_at > clock_timestamp()) >= 60 then
    return;
  end if;
  insert into identity.session (token_hash, membership_id, person_id, party_id, unit_id, role, kind,
                                client_id, scopes, expires_at)
  values (p_token_hash, v_membership.membership_id, v_membership.person_id, v_membership.party_id,
          v_membership.unit_id, v_membership.role, 'bearer', v_client.client_id, granted,
          clock_timestamp() + least(p_lifetime, interval '1 hour'));
  update identity.client c set last_token_at = clock_timestamp()
   where c.client_id = v_client.client_id;
  outcome := 'ok';
end $$;
CREATE FUNCTION identity.begin_half_way(p_token_hash bytea, p_person_id uuid, p_next text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with made as (
    insert into identity.link (purpose, person_id, next_path, lifetime, expires_at)
    values ('half_way', p_person_id, p_next, interval '15 minutes',
            clock_timestamp() + interval '15 minutes')
    returning link_id)
  insert into identity.link_token (token_hash, link_id) select p_token_hash, link_id from made;
$$;
CREATE FUNCTION identity.begin_session(p_token_hash bytea, p_person_id uuid, p_membership_id uuid, p_kind text, p_lifetime interval, p_replaces bytea DEFAULT NULL::bytea) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_expires timestamptz := clock_timestamp() + least(p_lifetime, interval '366 days');
begin
  insert into identity.session (token_hash, membership_id, person_id, party_id, unit_id, role, kind,
                                expires_at)
  select p_token_hash, m.membership_id, m.person_id, m.party_id, m.unit_id, m.role, p_kind, v_expires
    from identity.membership m
    join identity.person n on n.person_id = m.person_id
    join tenancy.party p on p.party_id = m.party_id
   where m.membership_id = p_membership_id and m.person_id = p_person_id and n.disabled_at is null
     and m.from_at <= now() and (m.to_at is null or m.to_at > now())
     and p.status in ('active', 'leaving');
  if not found then
    raise exception 'the membership has ended' using errcode = 'OR002';
  end if;
  if p_replaces is not null then
    update identity.session set ended_at = clock_timestamp()
     where token_hash = p_replaces and person_id = p_person_id and ended_at is null;
  end if;
  return v_expires;
end $$;
CREATE FUNCTION identity.board_invitations() RETURNS TABLE(invitation_id uuid, email text, name text, role text, "position" text, invited_at timestamp with time zone, expires_at timestamp with time zone, mail_refused text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.managed_board();
begin
  return query
    select i.invitation_id, i.email::text, i.name::text, i.role::text, i.position::text, i.invited_at,
           l.expires_at,
           coalesce((select max(m.refused) from identity.mail m where m.link_id = i.link_id), '')::text
      from identity.colleague_invitation i join identity.link l on l.link_id = i.link_id
     where i.party_id = v_party and i.accepted_at is null and i.withdrawn_at is null
     order by i.invited_at desc;
end $$;
CREATE FUNCTION identity.board_people() RETURNS TABLE(membership_id uuid, person_id uuid, person_name text, email text, role text, "position" text, from_at timestamp with time zone, to_at timestamp with time zone, has_codes boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.managed_board();
begin
  return query
    select m.membership_id, m.person_id, n.display_name::text, n.email::text, m.role::text,
           m.position::text, m.from_at, m.to_at,
           exists (select from identity.second_factor f
                    where f.person_id = m.person_id and f.confirmed_at is not null)
      from identity.membership m join identity.person n on n.person_id = m.person_id
     where m.party_id = v_party
     order by n.display_name, m.role, m.from_at;
end $$;
CREATE FUNCTION identity.bounced_mail() RETURNS TABLE(kind text, email text, reason text, action_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select m.kind::text, m.email::text, m.refused::text, a.action_id
    from identity.mail m
    left join identity.action_mail a on a.link_id = m.link_id and a.board_id = m.party_id
   where m.mail_id = app.sealed_ref('board') and m.party_id = app.sealed_party('board')
     and m.kind in ('chase', 'action_asked') and m.refused <> '';
$$;
CREATE FUNCTION identity.calendar_since(p_own_token_hash bytea) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select max(c.started_at) from identity.session s
    join identity.session c on c.membership_id = s.membership_id and c.scopes = array['calendar']
     and c.ended_at is null and c.expires_at > now()
   where s.token_hash = p_own_token_hash and s.ended_at is null;
$$;
CREATE FUNCTION identity.chairs_of_board() RETURNS TABLE(person_name text, email text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := app.sealed_party('board');
begin
  return query
    select distinct n.display_name::text, n.email::text
      from identity.membership m join identity.person n on n.person_id = m.person_id
     where m.party_id = v_party and m.role = 'chair' and n.disabled_at is null
       and m.from_at <= now() and (m.to_at is null or m.to_at > now());
end $$;
CREATE FUNCTION identity.change_board_colleague(p_membership_id uuid, p_role text, p_position text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.managed_board();
  v_old identity.membership;
  v_new uuid;
begin
  perform identity.check_board_role(p_role);
  select * into v_old from identity.membership m
   where m.membership_id = p_membership_id and m.party_id = v_party and m.to_at is null for update;
  if not found then
    return null;
  end if;
  if v_old.role = 'manager' and p_role <> 'manager' then
    perform identity.keep_a_manager(v_party, p_membership_id);
  end if;
  update identity.membership m set to_at = clock_timestamp() where m.membership_id = p_membership_id;
  insert into identity.membership (person_id, party_id, role, position, from_at)
  values (v_old.person_id, v_party, p_role, p_position, clock_timestamp())
  returning membership_id into v_new;
  update identity.session s set membership_id = v_new, role = p_role
   where s.membership_id = p_membership_id and s.ended_at is null;
  return v_new;
end $$;
CREATE FUNCTION identity.change_colleague(p_membership_id uuid, p_role text, p_position text, p_unit_id uuid, p_standards text[]) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
  v_old identity.membership;
  v_new uuid;
begin
  if p_role not in ('contributor', 'lead', 'authoriser') then
    raise exception 'no such role here, constraint "membership_role"'
      using errcode = '23514', constraint = 'membership_role';
  end if;
  select * into v_old from identity.membership m
   where m.membership_id = p_membership_id and m.party_id = v_party and m.to_at is null for update;
  if not found then
    return null;
  end if;
  if v_old.role = 'lead' and v_old.unit_id is null and (p_role <> 'lead' or p_unit_id is not null) then
    perform identity.keep_a_lead(v_party, p_membership_id);
  end if;
  update identity.membership m set to_at = clock_timestamp() where m.membership_id = p_membership_id;
  insert into identity.membership (person_id, party_id, unit_id, role, position, standards, from_at)
  values (v_old.person_id, v_party, p_unit_id, p_role, p_position, p_standards, clock_timestamp())
  returning membership_id into v_new;
  update identity.session s set membership_id = v_new, unit_id = p_unit_id, role = p_role
   where s.membership_id = p_membership_id and s.ended_at is null;
  return v_new;
end $$;
CREATE FUNCTION identity.change_email(p_token_hash bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_link record;
  v_old text;
begin
  select * into v_link from identity.use_link(p_token_hash, 'email_change');
  if v_link.person_id is null then
    return false;
  end if;
  select n.email into v_old from identity.person n where n.person_id = v_link.person_id for update;
  update identity.person n set email = v_link.email
   where n.person_id = v_link.person_id
     and not exists (select from identity.person o where o.email = v_link.email);
  if not found then
    return false;
  end if;
  update identity.link l set used_at = clock_timestamp()
   where l.person_id = v_link.person_id and l.used_at is null
     and l.purpose in ('sign_in', 'password', 'email_change', 'email_leave');
  perform identity.post(null, 'email_changed', v_old, jsonb_build_object('name', v_link.person_name));
  return true;
end $$;
CREATE FUNCTION identity.check_board_role(p_role text) RETURNS void
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if p_role not in ('manager', 'assistant', 'chair', 'member', 'reviewer') then
    raise exception 'no such role here, constraint "membership_role"'
      using errcode = '23514', constraint = 'membership_role';
  end if;
end $$;
CREATE FUNCTION identity.clients() RETURNS TABLE(client_id uuid, name text, scopes text[], issued_by text, issued_at timestamp with time zone, revoked_at timestamp with time zone, last_token_at timestamp with time zone, old_secret_ends_at timestamp with time zone, consent_name text, consent_position text, consent_given_at timestamp with time zone, consent_ends_at timestamp with time zone, consent_is_mine boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := app.sealed_party('agency');
begin
  if app.role() not in ('lead', 'authoriser') then
    raise exception 'this role may not do that' using errcode = 'OR001';
  end if;
  return query
    select c.client_id, c.name::text, c.scopes, n.display_name::text, c.issued_at, c.revoked_at,
           c.last_token_at,
           (select max(s.ends_at) from identity.client_secret s
             where s.client_id = c.client_id and s.ends_at > now()),
           k.name::text, k.position::text, k.given_at, k.ends_at, m.person_id = app.person()
      from identity.client c
      join identity.person n on n.person_id = c.issued_by
      left join identity.client_consent k
        on k.client_id = c.client_id and k.withdrawn_at is null and k.ends_at > now()
      left join identity.membership m on m.membership_id = k.membership_id
     where c.party_id = v_party and (m.to_at is null or m.to_at > now())
     order by c.revoked_at is not null, c.issued_at, c.client_id;
end $$;
CREATE FUNCTION identity.close_chase(p_refused text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := app.sealed_party('board');
  v_mail uuid := app.sealed_ref('board');
begin
  update identity.mail m set closed_at = clock_timestamp(), refused = left(p_refused, 300)
   where m.mail_id = v_mail and m.party_id = v_party and m.kind = 'chase' and m.closed_at is null;
end $$;
CREATE FUNCTION identity.close_mail(p_job_id uuid, p_fence bigint, p_refused text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_mail identity.mail;
begin
  update identity.mail m set closed_at = clock_timestamp(), fields = '{}', refused = left(p_refused, 300)
    from jobs.job j where m.mail_id = j.source_ref and j.job_id = p_job_id and j.fence = p_fence
  returning m.* into v_mail;
  if p_refused <> '' and v_mail.kind = 'action_asked' then
    insert into jobs.job (kind, scope, party_id, source_tenant, source_ref)
    values ('note_bounce', 'board', v_mail.party_id, v_mail.party_id, v_mail.mail_id);
  end if;
  perform jobs.finish(p_job_id, p_fence);
end $$;
CREATE FUNCTION identity.colleague_list() RETURNS TABLE(membership_id uuid, person_id uuid, person_name text, email text, role text, "position" text, unit_id uuid, standards text[], from_at timestamp with time zone, to_at timestamp with time zone)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
begin
  return query
    select m.membership_id, m.person_id, n.display_name::text, n.email::text, m.role::text,
           m.position::text, m.unit_id, m.standards, m.from_at, m.to_at
      from identity.membership m join identity.person n on n.person_id = m.person_id
     where m.party_id = v_party
       and not exists (select from identity.client c where c.person_id = m.person_id)
     order by n.display_name, m.role, m.from_at;
end $$;
CREATE FUNCTION identity.colleagues() RETURNS TABLE(person_id uuid, person_name text, role text, "position" text, unit_id uuid, is_current boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_kind text := split_part(current_setting('onereturn.scope', true), '|', 1);
  v_party uuid := app.sealed_party(v_kind);
begin
  return query
    select m.person_id, n.display_name::text, m.role::text, m.position::text, m.unit_id,
           m.to_at is null or m.to_at > now()
      from identity.membership m join identity.person n on n.person_id = m.person_id
     where m.party_id = v_party and v_kind in ('board', 'agency')
     order by n.display_name, m.role;
end $$;
CREATE FUNCTION identity.confirm_second_factor(p_person_id uuid, p_step bigint, p_code_hashes bytea[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update identity.second_factor set confirmed_at = now(), last_step = p_step
   where person_id = p_person_id and last_step < p_step;
  if not found then
    return false;
  end if;
  delete from identity.recovery_code where person_id = p_person_id;
  insert into identity.recovery_code (person_id, code_hash)
  select p_person_id, h from unnest(p_code_hashes) as h;
  return true;
end $$;
CREATE FUNCTION identity.confirm_signing(p_token_hash bytea, p_digest bytea, p_code_hash bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_link uuid;
begin
  select t.link_id into v_link
    from identity.session_info(p_token_hash) i
    join identity.link l on l.person_id = i.person_id and l.purpose = 'signing'
    join identity.link_token t on t.link_id = l.link_id
   where l.digest = p_digest and l.expires_at > clock_timestamp() and l.tries < 5
     and t.token_hash = sha256(uuid_send(l.link_id) || p_code_hash);
  if v_link is not null then
    update identity.link set used_at = coalesce(used_at, clock_timestamp()) where link_id = v_link;
    return true;
  end if;
  update identity.link l set tries = l.tries + 1
    from identity.session_info(p_token_hash) i
   where l.person_id = i.person_id and l.purpose = 'signing' and l.used_at is null
     and l.expires_at > clock_timestamp();
  return false;
end $$;
CREATE FUNCTION identity.count_client_failure(p_kind text, p_value text, p_limit integer) RETURNS timestamp with time zone
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  insert into identity.throttle as t (key_hash, failures, first_failure_at)
  values (identity.throttle_key(p_kind, p_value), 1, clock_timestamp())
  on conflict on constraint throttle_key do update set
    failures = case when t.first_failure_at < clock_timestamp() - interval '15 minutes'
                    then 1 else t.failures + 1 end,
    first_failure_at = case when t.first_failure_at < clock_timestamp() - interval '15 minutes'
                            then clock_timestamp() else t.first_failure_at end,
    locked_until = case when t.first_failure_at >= clock_timestamp() - interval '15 minutes'
                         and t.failures + 1 >= p_limit
                        then clock_timestamp() + interval '15 minutes' else t.locked_until end
  returning locked_until;
$$;
CREATE FUNCTION identity.count_code_try(p_person_id uuid) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select identity.count_use('code', p_person_id::text, 8);
$$;
CREATE FUNCTION identity.count_use(p_kind text, p_value text, p_most integer) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_uses integer;
begin
  insert into identity.throttle as t (key_hash, failures, first_failure_at)
  values (identity.throttle_key(p_kind, p_value), 1, clock_timestamp())
  on conflict on constraint throttle_key do update set
    failures = case when t.first_failure_at < clock_timestamp() - interval '15 minutes'
                    then 1 else t.failures + 1 end,
    first_failure_at = case when t.first_failure_at < clock_timestamp() - interval '15 minutes'
                            then clock_timestamp() else t.first_failure_at end
  returning failures into v_uses;
  return v_uses <= p_most;
end $$;
CREATE FUNCTION identity.end_action_links(p_action_id uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_board uuid := app.sealed_party('board');
begin
  update identity.link l set used_at = clock_timestamp()
   where l.purpose = 'action' and l.party_id = v_board and l.ref = p_action_id and l.used_at is null
     and l.link_id in (select a.link_id from identity.action_mail a
                        where a.board_id = v_board and a.action_id = p_action_id);
end $$;
CREATE FUNCTION identity.end_calendar(p_own_token_hash bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update identity.session c set ended_at = clock_timestamp()
    from identity.session s
   where s.token_hash = p_own_token_hash and s.ended_at is null and s.scopes is null
     and s.expires_at > clock_timestamp()
     and c.membership_id = s.membership_id and c.scopes = array['calendar'] and c.ended_at is null;
  return found;
end $$;
CREATE FUNCTION identity.end_consent(p_client_id uuid) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_program uuid;
begin
  update identity.client_consent k set withdrawn_at = clock_timestamp()
   where k.client_id = p_client_id and k.withdrawn_at is null
  returning k.program_membership_id into v_program;
  if not found then
    return false;
  end if;
  update identity.membership m set to_at = greatest(m.from_at, now())
   where m.membership_id = v_program and m.to_at > now();
  update identity.session s set ended_at = clock_timestamp()
   where s.membership_id = v_program and s.ended_at is null;
  return true;
end $$;
CREATE FUNCTION identity.end_session(p_token_hash bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update identity.session set ended_at = clock_timestamp()
   where token_hash = p_token_hash and ended_at is null;
  return found;
end $$;
CREATE FUNCTION identity.end_sessions_elsewhere(p_token_hash bytea, p_session_id uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_count integer;
begin
  update identity.session o set ended_at = clock_timestamp()
    from identity.session_info(p_token_hash) i
   where o.person_id = i.person_id and o.ended_at is null and o.token_hash <> p_token_hash
     and (p_session_id is null or o.session_id = p_session_id)
     and (p_session_id is not null or o.kind = 'browser');
  get diagnostics v_count = row_count;
  return v_count;
end $$;
CREATE FUNCTION identity.enter(p_token_hash bytea, OUT scope text, OUT party_id uuid, OUT party_kind text, OUT party_name text, OUT person_id uuid, OUT person_name text, OUT unit_id uuid, OUT role text) RETURNS record
    LANGUAGE plpgsql
    AS $$
declare
  v_found record := identity.look_up_session(p_token_hash);
  v_done text;
begin
  v_done := set_config('onereturn.scope', v_found.scope, true);
  v_done := set_config('onereturn.seal', v_found.seal, true);
  scope := split_part(v_found.scope, '|', 1);
  party_id := v_found.party_id;
  party_kind := v_found.party_kind;
  party_name := v_found.party_name;
  person_id := v_found.person_id;
  person_name := v_found.person_name;
  unit_id := v_found.unit_id;
  role := v_found.role;
  if scope = 'agency' then
    perform identity.hold_room(v_found.party_id);
  end if;
  if scope <> 'operator' then
    v_done := set_config('role', 'scope_' || scope, true);
  end if;
end $$;
CREATE FUNCTION identity.enter_job(p_job_id uuid, p_fence bigint, OUT scope text, OUT kind text, OUT party_id uuid, OUT source_tenant uuid, OUT source_ref uuid, OUT target_ref uuid) RETURNS record
    LANGUAGE plpgsql
    AS $$
declare
  v_found record := identity.look_up_job(p_job_id, p_fence);
  v_done text;
begin
  v_done := set_config('onereturn.scope', v_found.scope, true);
  v_done := set_config('onereturn.seal', v_found.seal, true);
  v_done := set_config('onereturn.request_ref', coalesce(v_found.caused_by, ''), true);
  scope := v_found.job_scope;
  kind := v_found.kind;
  party_id := v_found.party_id;
  source_tenant := v_found.source_tenant;
  source_ref := v_found.source_ref;
  target_ref := v_found.target_ref;
  v_done := set_config('role', 'scope_' || scope, true);
end $$;
CREATE FUNCTION identity.enter_loan(p_token_hash bytea, p_scope text, p_lender uuid, OUT scope text, OUT party_id uuid, OUT party_kind text, OUT party_name text, OUT person_id uuid, OUT person_name text, OUT unit_id uuid, OUT role text) RETURNS record
    LANGUAGE plpgsql
    AS $$
declare
  v_found record := identity.look_up_loan(p_token_hash, p_scope, p_lender);
  v_done text;
begin
  v_done := set_config('onereturn.scope', v_found.scope, true);
  v_done := set_config('onereturn.seal', v_found.seal, true);
  scope := split_part(v_found.scope, '|', 1);
  party_id := v_found.party_id;
  party_kind := v_found.party_kind;
  party_name := v_found.party_name;
  person_id := v_found.person_id;
  person_name := v_found.person_name;
  unit_id := v_found.unit_id;
  role := v_found.role;
  v_done := set_config('role', 'scope_' || scope, true);
end $$;
CREATE FUNCTION identity.enter_merge(p_merge_id uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  v_found record := identity.look_up_merge(p_merge_id);
  v_done text;
begin
  v_done := set_config('onereturn.scope', v_found.scope, true);
  v_done := set_config('onereturn.seal', v_found.seal, true);
  v_done := set_config('role', 'scope_merge', true);
end $$;
CREATE FUNCTION identity.enter_review(p_day date) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  v_found record := identity.look_up_review(p_day);
  v_done text;
begin
  v_done := set_config('onereturn.scope', v_found.scope, true);
  v_done := set_config('onereturn.seal', v_found.seal, true);
  v_done := set_config('role', 'scope_review', true);
end $$;
CREATE FUNCTION identity.enter_sight(p_board_id uuid, p_day date) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  v_found record := identity.look_up_sight(p_board_id, p_day);
  v_done text;
begin
  v_done := set_config('onereturn.scope', v_found.scope, true);
  v_done := set_config('onereturn.seal', v_found.seal, true);
  v_done := set_config('role', 'scope_sight', true);
end $$;
CREATE FUNCTION identity.figures() RETURNS TABLE(mails_waiting bigint, oldest_mail_ms bigint, locked bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select m.waiting, m.oldest,
         (select count(*) from identity.throttle t where t.locked_until > clock_timestamp())
    from (select count(*) as waiting,
                 (1000 * coalesce(extract(epoch from clock_timestamp() - min(queued_at)), 0))::bigint as oldest
            from identity.mail where closed_at is null) as m;
$$;
CREATE FUNCTION identity.forget_second_factor(p_person_id uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  delete from identity.recovery_code where person_id = p_person_id;
  delete from identity.second_factor where person_id = p_person_id;
  update identity.session set ended_at = clock_timestamp()
   where person_id = p_person_id and ended_at is null;
  perform identity.post(null, 'second_factor_reset', n.email, jsonb_build_object('name', n.display_name))
     from identity.person n where n.person_id = p_person_id and n.disabled_at is null;
end $$;
CREATE FUNCTION identity.good_link(p_token_hash bytea, p_purpose text) RETURNS uuid
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select l.link_id from identity.link_token t join identity.link l on l.link_id = t.link_id
    left join identity.person n on n.person_id = l.person_id
   where t.token_hash = p_token_hash and l.purpose = p_purpose
     and l.used_at is null and l.expires_at > clock_timestamp() and n.disabled_at is null;
$$;
CREATE FUNCTION identity.has_rested(p_kind text, p_party_kind text, p_seen_at timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  select p_kind = 'browser'
     and p_seen_at < now() - case p_party_kind when 'agency' then interval '4 hours' else interval '1 hour' end
$$;
CREATE FUNCTION identity.hold_room(p_party_id uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('room ' || p_party_id, 0));
  perform from tenancy.party p where p.party_id = p_party_id and p.status = 'merged';
  if found then
    raise exception 'the room became part of another' using errcode = 'OR002';
  end if;
end $$;
CREATE FUNCTION identity.housekeep() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_all bigint := 0;
  v_count bigint;
begin
  delete from identity.mail where closed_at < now() - interval '90 days';
  get diagnostics v_all = row_count;
  delete from identity.colleague_invitation
   where coalesce(accepted_at, withdrawn_at, invited_at + interval '30 days') < now() - interval '90 days';
  get diagnostics v_count = row_count;
  v_all := v_all + v_count;
  with old as (
    select l.link_id from identity.link l
     where l.asked_at < now() - interval '90 days' - l.lifetime
       and not exists (select from identity.mail m where m.link_id = l.link_id)
       and not exists (select from identity.colleague_invitation i where i.link_id = l.link_id)),
  tokens as (delete from identity.link_token t using old where t.link_id = old.link_id)
  delete from identity.link l using old where l.link_id = old.link_id;
  get diagnostics v_count = row_count;
  return v_all + v_count;
end $$;
CREATE FUNCTION identity.invite_board_colleague(p_email text, p_name text, p_role text, p_position text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.managed_board();
  v_invitation uuid := gen_random_uuid();
  v_link uuid;
begin
  perform identity.check_board_role(p_role);
  if exists (select from identity.membership m join identity.person n on n.person_id = m.person_id
              where m.party_id = v_party and n.email = lower(p_email) and m.role = p_role
                and m.to_at is null) then
    raise exception 'already a colleague, constraint "colleague_is_here"'
      using errcode = '23505', constraint = 'colleague_is_here';
  end if;
  if not identity.count_use('invitations of', v_party::text, 50) then
    raise exception 'too many invitations, constraint "colleague_invitations_few"'
      using errcode = '23514', constraint = 'colleague_invitations_few';
  end if;
  update identity.colleague_invitation i set withdrawn_at = now()
   where i.party_id = v_party and i.email = lower(p_email) and i.role = p_role
     and i.accepted_at is null and i.withdrawn_at is null;
  insert into identity.link (purpose, party_id, ref, email, lifetime)
  values ('colleague', v_party, v_invitation, lower(p_email), interval '7 days')
  returning link_id into v_link;
  insert into identity.colleague_invitation
    (invitation_id, party_id, link_id, email, name, role, position, invited_by)
  values (v_invitation, v_party, v_link, lower(p_email), p_name, p_role, p_position, app.person());
  perform identity.post(v_party, 'board_colleague', lower(p_email),
    (select jsonb_build_object('name', p_name, 'by', b.display_name, 'party', f.name, 'role', p_role)
       from identity.person b, tenancy.party_profile f
      where b.person_id = app.person() and f.party_id = v_party), v_link);
  return v_invitation;
end $$;
CREATE FUNCTION identity.invite_colleague(p_email text, p_name text, p_role text, p_position text, p_unit_id uuid, p_standards text[]) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
  v_invitation uuid := gen_random_uuid();
  v_link uuid;
begin
  if p_role not in ('contributor', 'lead', 'authoriser') then
    raise exception 'no such role here, constraint "membership_role"'
      using errcode = '23514', constraint = 'membership_role';
  end if;
  if exists (select from identity.membership m join identity.person n on n.person_id = m.person_id
              where m.party_id = v_party and n.email = lower(p_email) and m.role = p_role
                and m.unit_id is not distinct from p_unit_id and m.to_at is null) then
    raise exception 'already a colleague, constraint "colleague_is_here"'
      using errcode = '23505', constraint = 'colleague_is_here';
  end if;
  if not identity.count_use('invitations of', v_party::text, 50) then
    raise exception 'too many invitations, constraint "colleague_invitations_few"'
      using errcode = '23514', constraint = 'colleague_invitations_few';
  end if;
  update identity.colleague_invitation i set withdrawn_at = now()
   where i.party_id = v_party and i.email = lower(p_email) and i.role = p_role
     and i.unit_id is not distinct from p_unit_id and i.accepted_at is null and i.withdrawn_at is null;
  insert into identity.link (purpose, party_id, ref, email, lifetime)
  values ('colleague', v_party, v_invitation, lower(p_email), interval '7 days')
  returning link_id into v_link;
  insert into identity.colleague_invitation
    (invitation_id, party_id, link_id, email, name, role, position, unit_id, standards, invited_by)
  values (v_invitation, v_party, v_link, lower(p_email), p_name, p_role, p_position, p_unit_id,
          p_standards, app.person());
  perform identity.post(v_party, 'colleague', lower(p_email),
    (select jsonb_build_object('name', p_name, 'by', b.display_name, 'party', f.name, 'role', p_role)
       from identity.person b, tenancy.party_profile f
      where b.person_id = app.person() and f.party_id = v_party), v_link);
  return v_invitation;
end $$;
CREATE FUNCTION identity.is_of_reviewers(p_party_kind text, p_role text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN ((p_party_kind = 'board'::text) AND (p_role = ANY (ARRAY['member'::text, 'reviewer'::text])));
CREATE FUNCTION identity.issue_client(p_client_id uuid, p_name text, p_scopes text[], p_secret_hash bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.acting_as('lead');
  v_person uuid := gen_random_uuid();
begin
  insert into identity.person (person_id, email, display_name)
  values (v_person, p_client_id || '@programs.invalid', left(p_name, 280) || ' (program)');
  insert into identity.membership (person_id, party_id, unit_id, role)
  values (v_person, v_party, app.unit(), 'contributor');
  insert into identity.client (client_id, party_id, person_id, name, scopes, issued_by)
  values (p_client_id, v_party, v_person, p_name, p_scopes, app.person());
  insert into identity.client_secret (client_id, secret_hash, issued_by)
  values (p_client_id, p_secret_hash, app.person());
end $$;
CREATE FUNCTION identity.keep_a_lead(p_party_id uuid, p_leaving uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform 1 from identity.membership m where m.party_id = p_party_id and m.role = 'lead' for update;
  if not exists (select from identity.membership m
                  where m.party_id = p_party_id and m.role = 'lead' and m.unit_id is null
                    and m.membership_id <> p_leaving and (m.to_at is null or m.to_at > now())) then
    raise exception 'somebody must lead, constraint "last_lead"'
      using errcode = '23514', constraint = 'last_lead';
  end if;
end $$;
CREATE FUNCTION identity.keep_a_manager(p_party_id uuid, p_leaving uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform 1 from identity.membership m where m.party_id = p_party_id and m.role = 'manager' for update;
  if not exists (select from identity.membership m join identity.person n on n.person_id = m.person_id
                  where m.party_id = p_party_id and m.role = 'manager' and n.disabled_at is null
                    and m.membership_id <> p_leaving and (m.to_at is null or m.to_at > now())) then
    raise exception 'somebody must manage, constraint "last_manager"'
      using errcode = '23514', constraint = 'last_manager';
  end if;
end $$;
CREATE FUNCTION identity.known_people(p_people uuid[]) RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform identity.led_agency();
  return array(select n.person_id from identity.person n where n.person_id = any (p_people));
end $$;
CREATE FUNCTION identity.led_agency() RETURNS uuid
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := app.sealed_party('agency');
begin
  if app.role() <> 'lead' or app.unit() is distinct from null then
    raise exception 'this is for the lead of the whole agency' using errcode = 'OR001';
  end if;
  return v_party;
end $$;
CREATE FUNCTION identity.link_reminder(p_mail_id uuid, p_action_id uuid, p_title text, p_due_on date, p_name text, p_email text, p_token_hash bytea, p_lifetime interval) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_board uuid := app.sealed_party('board');
  v_link uuid := md5(p_mail_id::text || p_action_id::text)::uuid;
begin
  if app.job() is null then
    raise exception 'this is for a job' using errcode = 'OR001';
  end if;
  delete from identity.action_mail a where a.made_at < now() - interval '1 year';
  insert into identity.link (link_id, purpose, party_id, ref, email, lifetime, expires_at)
  values (v_link, 'action', v_board, p_action_id, lower(p_email), p_lifetime,
          clock_timestamp() + p_lifetime)
  on conflict (link_id) do nothing;
  insert into identity.action_mail (link_id, board_id, action_id, title, due_on, contact_name)
  values (v_link, v_board, p_action_id, p_title, p_due_on, p_name)
  on conflict (link_id) do nothing;
  insert into identity.link_token (token_hash, link_id)
  select p_token_hash, l.link_id from identity.link l
   where l.link_id = v_link and l.party_id = v_board and l.ref = p_action_id;
end $$;
CREATE FUNCTION identity.look_up_job(p_job_id uuid, p_fence bigint, OUT scope text, OUT seal text, OUT job_scope text, OUT kind text, OUT party_id uuid, OUT source_tenant uuid, OUT source_ref uuid, OUT target_ref uuid, OUT caused_by text) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_key bytea;
begin
  select j.scope, j.kind, j.party_id, j.source_tenant, j.source_ref, j.target_ref, j.caused_by
    into job_scope, kind, party_id, source_tenant, source_ref, target_ref, caused_by
    from jobs.job j
   where j.job_id = p_job_id and j.fence = p_fence
     and j.state = 'running' and j.lease_until > clock_timestamp();
  if not found then
    raise exception 'another worker holds this job by now' using errcode = 'OR003';
  end if;
  scope := job_scope || '|' || coalesce(party_id::text, '') || '|||job|'
           || coalesce(source_tenant::text, '') || '|' || coalesce(source_ref::text, '') || '|'
           || coalesce(target_ref::text, '') || '|' || p_job_id || '|' || p_fence;
  select k.key into strict v_key from app.seal_key k;
  seal := encode(sha256(v_key || convert_to(scope, 'UTF8') || int4send(pg_backend_pid())
                        || timestamptz_send(transaction_timestamp()) || v_key), 'hex');
end $$;
CREATE FUNCTION identity.look_up_loan(p_token_hash bytea, p_scope text, p_lender uuid, OUT scope text, OUT seal text, OUT party_id uuid, OUT party_kind text, OUT party_name text, OUT person_id uuid, OUT person_name text, OUT unit_id uuid, OUT role text) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_key bytea;
begin
  select s.scope, s.party_id, s.party_kind, s.party_name, s.person_id, s.person_name, s.unit_id, s.role
    into scope, party_id, party_kind, party_name, person_id, person_name, unit_id, role
    from identity.look_up_session(p_token_hash) s;
  if p_scope <> 'share' or party_kind not in ('board', 'nation')
     or identity.is_of_reviewers(party_kind, role) then
    raise exception 'this session may not look at another party' using errcode = 'OR001';
  end if;
  scope := p_scope || '|' || party_id || '|' || person_id || '|' || coalesce(unit_id::text, '')
           || '|' || role || '|' || p_lender || '||||';
  select k.key into strict v_key from app.seal_key k;
  seal := encode(sha256(v_key || convert_to(scope, 'UTF8') || int4send(pg_backend_pid())
                        || timestamptz_send(transaction_timestamp()) || v_key), 'hex');
end $$;
CREATE FUNCTION identity.look_up_merge(p_merge_id uuid, OUT scope text, OUT seal text) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
  v_merge tenancy.room_merge;
  v_key bytea;
begin
  select m.* into v_merge from tenancy.room_merge m
    join tenancy.party s on s.party_id = m.stays_id and s.kind = 'agency' and s.status = 'active'
    join tenancy.party g on g.party_id = m.goes_id and g.kind = 'agency' and g.status = 'active'
   where m.merge_id = p_merge_id and m.state = 'open' and v_party in (m.stays_id, m.goes_id)
     and m.stays_agreed_at is not null and m.goes_agreed_at is not null
     and identity.still_leads(m.stays_agreed_by, m.stays_id)
     and identity.still_leads(m.goes_agreed_by, m.goes_id);
  if not found then
    raise exception 'both leads have not agreed to this' using errcode = 'OR001';
  end if;
  scope := 'merge|' || v_merge.stays_id || '|' || app.person() || '||' || app.role() || '|'
           || v_merge.goes_id || '|' || p_merge_id || '|||';
  select k.key into strict v_key from app.seal_key k;
  seal := encode(sha256(v_key || convert_to(scope, 'UTF8') || int4send(pg_backend_pid())
                        || timestamptz_send(transaction_timestamp()) || v_key), 'hex');
end $$;
CREATE FUNCTION identity.look_up_review(p_day date, OUT scope text, OUT seal text) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION identity.look_up_session(p_token_hash bytea, OUT scope text, OUT seal text, OUT party_id uuid, OUT party_kind text, OUT party_name text, OUT person_id uuid, OUT person_name text, OUT unit_id uuid, OUT role text) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_key bytea;
begin
  select p.kind, s.party_id, p.kind, f.name, s.person_id, n.display_name, s.unit_id, s.role
    into scope, party_id, party_kind, party_name, person_id, person_name, unit_id, role
    from identity.session s
    join identity.membership m on m.membership_id = s.membership_id
    join identity.person n on n.person_id = s.person_id
    join tenancy.party p on p.party_id = s.party_id
    join tenancy.party_profile f on f.party_id = s.party_id
   where s.token_hash = p_token_hash
     and s.ended_at is null and s.expires_at > transaction_timestamp()
     and m.from_at <= transaction_timestamp()
     and (m.to_at is null or m.to_at > transaction_timestamp())
     and n.disabled_at is null
     and p.status in ('active', 'leaving')
     and not identity.has_rested(s.kind, p.kind, s.seen_at);
  if not found then
    raise exception 'the session has ended' using errcode = 'OR002';
  end if;
  if party_kind = 'nation' then
    scope := 'national';
  end if;
  if party_kind = 'council' then
    scope := 'sight';
  end if;
  if identity.is_of_reviewers(party_kind, role) then
    scope := 'review';
  end if;
  scope := scope || '|' || party_id || '|' || person_id || '|' || coalesce(unit_id::text, '')
           || '|' || role || '|||||';
  select k.key into strict v_key from app.seal_key k;
  seal := encode(sha256(v_key || convert_to(scope, 'UTF8') || int4send(pg_backend_pid())
                        || timestamptz_send(transaction_timestamp()) || v_key), 'hex');
end $$;
CREATE FUNCTION identity.look_up_sight(p_board_id uuid, p_day date, OUT scope text, OUT seal text) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION identity.managed_board() RETURNS uuid
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := app.sealed_party('board');
begin
  if app.role() is distinct from 'manager' then
    raise exception 'this is for the manager of the board' using errcode = 'OR001';
  end if;
  return v_party;
end $$;
CREATE FUNCTION identity.may_write(p_requirement_code text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_standards text[] := identity.my_standards();
begin
  return v_standards is null or exists (select from catalogue.requirement r
    where r.requirement_code = p_requirement_code and r.standard = any (v_standards));
end $$;
CREATE FUNCTION identity.memberships_of(p_person_id uuid) RETURNS TABLE(membership_id uuid, party_id uuid, party_kind text, party_name text, unit_id uuid, role text, "position" text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return query
    select m.membership_id, m.party_id, p.kind::text, f.name::text, m.unit_id, m.role::text,
           m.position::text
      from identity.membership m
      join tenancy.party p on p.party_id = m.party_id
      join tenancy.party_profile f on f.party_id = m.party_id
      join identity.person n on n.person_id = m.person_id
     where m.person_id = p_person_id and n.disabled_at is null
       and m.from_at <= now() and (m.to_at is null or m.to_at > now())
       and p.status in ('active', 'leaving')
     order by p.kind, f.name, m.role, m.membership_id;
end $$;
CREATE FUNCTION identity.my_standards() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := app.sealed_party('agency');
begin
  return (select m.standards from identity.membership m
           where m.party_id = v_party and m.person_id = app.person() and m.role = app.role()
             and m.unit_id is not distinct from app.unit()
             and m.from_at <= clock_timestamp() and (m.to_at is null or m.to_at > clock_timestamp())
           order by m.from_at desc limit 1);
end $$;
CREATE FUNCTION identity.needs_second_factor(p_person_id uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select exists (select from identity.membership m join tenancy.party p on p.party_id = m.party_id
                  where m.person_id = p_person_id and p.kind <> 'agency'
                    and (m.to_at is null or m.to_at > now()));
$$;
CREATE FUNCTION identity.note_return_path(p_job_id uuid, p_fence bigint, p_return_path bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  update identity.mail m set return_path = p_return_path
    from jobs.job j
   where m.mail_id = j.source_ref and j.job_id = p_job_id and j.fence = p_fence and j.kind = 'send_mail'
     and m.kind = 'action_asked' and m.closed_at is null;
$$;
CREATE FUNCTION identity.note_use(p_token_hash bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update identity.session s set seen_at = clock_timestamp()
    from tenancy.party p
   where s.token_hash = p_token_hash and p.party_id = s.party_id and s.ended_at is null
     and s.seen_at < clock_timestamp() - interval '1 minute'
     and not identity.has_rested(s.kind, p.kind, s.seen_at);
end $$;
CREATE FUNCTION identity.offer_second_factor(p_person_id uuid, p_secret bytea, p_key_id text) RETURNS TABLE(secret bytea, key_id text)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  insert into identity.second_factor as f (person_id, secret, key_id)
  values (p_person_id, p_secret, p_key_id)
  on conflict on constraint second_factor_key do update set
    secret = case when f.confirmed_at is null and f.key_id is distinct from excluded.key_id
                  then excluded.secret else f.secret end,
    key_id = case when f.confirmed_at is null then excluded.key_id else f.key_id end
  returning f.secret, f.key_id::text;
$$;
CREATE FUNCTION identity.open_invitations() RETURNS TABLE(invitation_id uuid, email text, name text, role text, "position" text, unit_id uuid, standards text[], invited_at timestamp with time zone, expires_at timestamp with time zone, mail_refused text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
begin
  return query
    select i.invitation_id, i.email::text, i.name::text, i.role::text, i.position::text, i.unit_id,
           i.standards, i.invited_at, l.expires_at,
           coalesce((select max(m.refused) from identity.mail m where m.link_id = i.link_id), '')::text
      from identity.colleague_invitation i join identity.link l on l.link_id = i.link_id
     where i.party_id = v_party and i.accepted_at is null and i.withdrawn_at is null
     order by i.invited_at desc;
end $$;
CREATE FUNCTION identity.post(p_party_id uuid, p_kind text, p_email text, p_fields jsonb, p_link_id uuid DEFAULT NULL::uuid) RETURNS uuid
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_mail uuid;
begin
  insert into identity.mail (party_id, kind, email, fields, link_id)
  values (p_party_id, p_kind, p_email, p_fields::text, p_link_id)
  returning mail_id into v_mail;
  insert into jobs.job (kind, scope, source_ref) values ('send_mail', 'system', v_mail);
  return v_mail;
end $$;
CREATE FUNCTION identity.post_email_change(p_person_id uuid, p_email text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_name text := (select n.display_name from identity.person n where n.person_id = p_person_id);
  v_taken boolean := exists (select from identity.person n where n.email = p_email);
  v_link uuid;
begin
  insert into identity.link (purpose, person_id, email, lifetime)
  values ('email_change', p_person_id, p_email, interval '1 hour') returning link_id into v_link;
  perform identity.post(null, case when v_taken then 'email_taken' else 'email_change' end, p_email,
    jsonb_build_object('name', case when not v_taken then v_name end),
    case when not v_taken then v_link end);
end $$;
CREATE FUNCTION identity.queue_action_mail(p_action_id uuid, p_title text, p_due_on date, p_name text, p_email text, p_names text[], p_values text[], p_lifetime interval) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION identity.queue_chases(p_mails uuid[], p_emails text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION identity.queue_link_mail(p_kind text, p_email text, p_names text[], p_values text[], p_purpose text, p_ref uuid, p_lifetime interval) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_scope text := split_part(current_setting('onereturn.scope', true), '|', 1);
  v_party uuid := app.sealed_party(v_scope);
  v_link uuid;
begin
  if p_purpose <> 'join' or v_scope <> 'board' then
    raise exception 'a board mails no such link' using errcode = 'OR001';
  end if;
  insert into identity.link (purpose, party_id, ref, email, lifetime)
  values (p_purpose, v_party, p_ref, lower(p_email), p_lifetime)
  returning link_id into v_link;
  perform identity.post(v_party, p_kind, p_email, jsonb_object(p_names, p_values), v_link);
  return v_link;
end $$;
CREATE FUNCTION identity.queue_mail(p_kind text, p_email text, p_names text[], p_values text[]) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_scope text := split_part(current_setting('onereturn.scope', true), '|', 1);
  v_party uuid := app.sealed_party(v_scope);
begin
  return identity.post(v_party, p_kind, p_email, jsonb_object(p_names, p_values));
end $$;
CREATE FUNCTION identity.read_action_link(p_token_hash bytea, p_address text) RETURNS TABLE(state text, board_name text, title text, due_on date, contact_name text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION identity.read_colleague_invitation(p_token_hash bytea) RETURNS TABLE(party_name text, party_kind text, invited_by text, name text, email text, role text, "position" text, is_known boolean, has_password boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return query
    select f.name::text, p.kind::text, b.display_name::text, i.name::text, i.email::text, i.role::text,
           i.position::text, n.person_id is not null, c.person_id is not null
      from identity.colleague_invitation i
      join tenancy.party p on p.party_id = i.party_id
      join tenancy.party_profile f on f.party_id = i.party_id
      join identity.person b on b.person_id = i.invited_by
      left join identity.person n on n.email = i.email
      left join identity.credential c on c.person_id = n.person_id
     where i.link_id = identity.good_link(p_token_hash, 'colleague')
       and i.accepted_at is null and i.withdrawn_at is null;
end $$;
CREATE FUNCTION identity.read_link(p_token_hash bytea, p_purpose text) RETURNS TABLE(link_id uuid, person_id uuid, person_name text, email text, party_id uuid, ref uuid, next_path text, tries integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return query
    select l.link_id, l.person_id, n.display_name::text, coalesce(nullif(l.email, ''), n.email)::text,
           l.party_id, l.ref, l.next_path::text, l.tries
      from identity.link l left join identity.person n on n.person_id = l.person_id
     where l.link_id = identity.good_link(p_token_hash, p_purpose);
end $$;
CREATE FUNCTION identity.remove_board_colleague(p_membership_id uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.managed_board();
  v_old identity.membership;
begin
  select * into v_old from identity.membership m
   where m.membership_id = p_membership_id and m.party_id = v_party and m.to_at is null for update;
  if not found then
    return false;
  end if;
  if v_old.role = 'manager' then
    perform identity.keep_a_manager(v_party, p_membership_id);
  end if;
  update identity.membership m set to_at = clock_timestamp() where m.membership_id = p_membership_id;
  update identity.session s set ended_at = clock_timestamp()
   where s.membership_id = p_membership_id and s.ended_at is null;
  return true;
end $$;
CREATE FUNCTION identity.remove_colleague(p_membership_id uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
  v_old identity.membership;
begin
  select * into v_old from identity.membership m
   where m.membership_id = p_membership_id and m.party_id = v_party and m.to_at is null for update;
  if not found then
    return false;
  end if;
  if v_old.role = 'lead' and v_old.unit_id is null then
    perform identity.keep_a_lead(v_party, p_membership_id);
  end if;
  update identity.membership m set to_at = clock_timestamp() where m.membership_id = p_membership_id;
  update identity.session s set ended_at = clock_timestamp()
   where s.membership_id = p_membership_id and s.ended_at is null;
  return true;
end $$;
CREATE FUNCTION identity.reset_board_colleague(p_membership_id uuid) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.managed_board();
  v_person uuid;
begin
  select m.person_id into v_person from identity.membership m
   where m.membership_id = p_membership_id and m.party_id = v_party and m.to_at is null;
  if not found then
    return 'nobody';
  end if;
  if v_person = app.person() then
    return 'self';
  end if;
  if exists (select from identity.membership m join tenancy.party p on p.party_id = m.party_id
              where m.person_id = v_person and m.party_id <> v_party and p.kind <> 'agency'
                and (m.to_at is null or m.to_at > now())) then
    return 'elsewhere';
  end if;
  if not identity.count_use('resets of', v_party::text, 5) then
    return 'many';
  end if;
  perform identity.forget_second_factor(v_person);
  perform identity.post(v_party, 'second_factor_told', n.email,
      jsonb_build_object('name', n.display_name, 'by', b.display_name, 'whose', w.display_name))
     from identity.person b, identity.person w, identity.person n
    where b.person_id = app.person() and w.person_id = v_person and n.disabled_at is null
      and n.person_id not in (b.person_id, w.person_id)
      and exists (select from identity.membership m
                   where m.person_id = n.person_id and m.party_id = v_party and m.role = 'manager'
                     and (m.to_at is null or m.to_at > now()));
  return 'done';
end $$;
CREATE FUNCTION identity.revoke_client(p_client_id uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.acting_as('lead');
  v_person uuid;
begin
  update identity.client c set revoked_at = clock_timestamp(), revoked_by = app.person()
   where c.client_id = p_client_id and c.party_id = v_party and c.revoked_at is null
  returning c.person_id into v_person;
  if not found then
    return false;
  end if;
  update identity.membership m set to_at = greatest(m.from_at, now())
   where m.person_id = v_person and (m.to_at is null or m.to_at > now());
  update identity.session s set ended_at = clock_timestamp()
   where s.client_id = p_client_id and s.ended_at is null;
  update identity.client_consent k set withdrawn_at = clock_timestamp()
   where k.client_id = p_client_id and k.withdrawn_at is null;
  return true;
end $$;
CREATE FUNCTION identity.rotate_client(p_client_id uuid, p_secret_hash bytea, p_overlap interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.acting_as('lead');
begin
  perform from identity.client c
    where c.client_id = p_client_id and c.party_id = v_party and c.revoked_at is null for update;
  if not found then
    return false;
  end if;
  -- Two at a time at most: what was already ending ends now.
  update identity.client_secret s
     set ends_at = case when s.ends_at is null
                        then clock_timestamp() + least(p_overlap, interval '90 days')
                        else least(s.ends_at, clock_timestamp()) end
   where s.client_id = p_client_id;
  insert into identity.client_secret (client_id, secret_hash, issued_by)
  values (p_client_id, p_secret_hash, app.person());
  return true;
end $$;
CREATE FUNCTION identity.second_factor_of(p_person_id uuid) RETURNS TABLE(needed boolean, confirmed boolean, secret bytea, key_id text, last_step bigint, codes_left integer, has_password boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return query
    select identity.needs_second_factor(p_person_id), coalesce(f.confirmed_at is not null, false),
           f.secret, f.key_id::text, coalesce(f.last_step, 0),
           (select count(*)::integer from identity.recovery_code r
             where r.person_id = p_person_id and r.used_at is null),
           exists (select from identity.credential c where c.person_id = p_person_id)
      from (values (true)) as always left join identity.second_factor f on f.person_id = p_person_id;
end $$;
CREATE FUNCTION identity.session_info(p_token_hash bytea) RETURNS TABLE(person_id uuid, person_name text, email text, membership_id uuid, party_id uuid, party_kind text, party_name text, unit_id uuid, role text, kind text, expires_at timestamp with time zone, other_roles integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return query
    select s.person_id, n.display_name::text, n.email::text, s.membership_id, s.party_id, p.kind::text,
           f.name::text, s.unit_id, s.role::text, s.kind::text, s.expires_at,
           (select count(*)::integer from identity.memberships_of(s.person_id) o
             where o.membership_id <> s.membership_id)
      from identity.session s
      join identity.membership m on m.membership_id = s.membership_id
      join identity.person n on n.person_id = s.person_id
      join tenancy.party p on p.party_id = s.party_id
      join tenancy.party_profile f on f.party_id = s.party_id
     where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now()
       and (m.to_at is null or m.to_at > now()) and n.disabled_at is null
       and p.status in ('active', 'leaving')
       and not identity.has_rested(s.kind, p.kind, s.seen_at);
end $$;
CREATE FUNCTION identity.session_scopes(p_token_hash bytea) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select s.scopes from identity.session s where s.token_hash = p_token_hash;
$$;
CREATE FUNCTION identity.sessions_of(p_token_hash bytea) RETURNS TABLE(session_id uuid, started_at timestamp with time zone, expires_at timestamp with time zone, device text, kind text, party_name text, role text, is_this boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return query
    select o.session_id, o.started_at, o.expires_at, o.device::text, o.kind::text, f.name::text,
           o.role::text, o.token_hash = p_token_hash
      from identity.session_info(p_token_hash) i
      join identity.session o on o.person_id = i.person_id
      join identity.membership m on m.membership_id = o.membership_id
      join tenancy.party_profile f on f.party_id = o.party_id
     where o.ended_at is null and o.expires_at > now() and (m.to_at is null or m.to_at > now())
     order by o.token_hash = p_token_hash desc, o.started_at desc;
end $$;
CREATE FUNCTION identity.set_password_hash(p_person_id uuid, p_hash text, p_keep_token_hash bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  insert into identity.credential (person_id, password_hash) values (p_person_id, p_hash)
  on conflict on constraint credential_key
    do update set password_hash = excluded.password_hash, changed_at = now();
  update identity.session set ended_at = clock_timestamp()
   where person_id = p_person_id and ended_at is null
     and token_hash is distinct from p_keep_token_hash;
end $$;
CREATE FUNCTION identity.sign_in_failed(p_email text, p_address text) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_locked timestamptz;
  v_until timestamptz;
  v_kind text;
begin
  foreach v_kind in array array['email', 'address'] loop
    insert into identity.throttle as t (key_hash, failures, first_failure_at)
    values (identity.throttle_key(v_kind, case v_kind when 'email' then p_email else p_address end),
            1, clock_timestamp())
    on conflict on constraint throttle_key do update set
      failures = case when t.first_failure_at < clock_timestamp() - interval '15 minutes'
                      then 1 else t.failures + 1 end,
      first_failure_at = case when t.first_failure_at < clock_timestamp() - interval '15 minutes'
                              then clock_timestamp() else t.first_failure_at end,
      locked_until = case when t.first_failure_at >= clock_timestamp() - interval '15 minutes'
                           and t.failures + 1 >= case v_kind when 'email' then 8 else 60 end
                          then clock_timestamp() + interval '15 minutes' else t.locked_until end
    returning locked_until into v_until;
    v_locked := greatest(v_locked, v_until);
  end loop;
  return case when v_locked > clock_timestamp() then v_locked end;
end $$;
CREATE FUNCTION identity.sign_in_look_up(p_email text, p_address text, OUT person_id uuid, OUT password_hash text, OUT locked_until timestamp with time zone) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  select n.person_id, c.password_hash into person_id, password_hash
    from identity.person n join identity.credential c on c.person_id = n.person_id
   where n.email = lower(p_email) and n.disabled_at is null;
  select max(t.locked_until) into locked_until from identity.throttle t
   where t.key_hash in (identity.throttle_key('email', p_email),
                        identity.throttle_key('address', p_address))
     and t.locked_until > clock_timestamp();
end $$;
CREATE FUNCTION identity.sign_in_succeeded(p_person_id uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  delete from identity.throttle t
   using identity.person n
   where n.person_id = p_person_id and t.key_hash = identity.throttle_key('email', n.email);
end $$;
CREATE FUNCTION identity.still_leads(p_person_id uuid, p_party_id uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select exists (select from identity.membership m join identity.person n on n.person_id = m.person_id
                  where m.person_id = p_person_id and m.party_id = p_party_id and m.role = 'lead'
                    and m.unit_id is null and (m.to_at is null or m.to_at > now())
                    and n.disabled_at is null)
$$;
CREATE FUNCTION identity.take_action_answer(p_link_id uuid) RETURNS TABLE(action_id uuid, contact_name text, said text, words text, new_on date, answered_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION identity.take_chase(p_return_path bytea) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION identity.take_mail(p_job_id uuid, p_fence bigint, p_token_hash bytea, p_code_hash bytea) RETURNS TABLE(mail_id uuid, kind text, email text, fields text, link_id uuid, queued_at timestamp with time zone, tries integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_link identity.link;
begin
  update identity.mail m set tries = m.tries + 1
    from jobs.job j
   where m.mail_id = j.source_ref and j.job_id = p_job_id and j.fence = p_fence
     and j.kind = 'send_mail' and j.state = 'running' and j.lease_until > clock_timestamp()
  returning m.mail_id, m.kind::text, case when m.closed_at is null then m.email::text end,
            m.fields::text, m.link_id, m.queued_at, m.tries
    into mail_id, kind, email, fields, link_id, queued_at, tries;
  if mail_id is null then
    raise exception 'another worker holds this job by now' using errcode = 'OR003';
  end if;
  -- Nobody waits any more for what was asked for in the moment.
  update identity.link l set expires_at = clock_timestamp() + l.lifetime
   where l.link_id = take_mail.link_id and l.used_at is null
     and (l.purpose not in ('sign_in', 'password', 'signing', 'email_change', 'email_leave')
          or l.asked_at > clock_timestamp() - interval '1 hour')
  returning * into v_link;
  if link_id is not null and v_link.link_id is null then
    email := null;
  end if;
  if email is not null and v_link.purpose = 'signing' then
    insert into identity.link_token (token_hash, link_id)
    values (sha256(uuid_send(v_link.link_id) || p_code_hash), v_link.link_id);
  elsif email is not null and v_link.link_id is not null then
    insert into identity.link_token (token_hash, link_id) values (p_token_hash, v_link.link_id);
  end if;
  return next;
end $$;
CREATE FUNCTION identity.take_recovery_code(p_person_id uuid, p_code_hash bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update identity.recovery_code set used_at = clock_timestamp()
   where person_id = p_person_id and code_hash = p_code_hash and used_at is null;
  return found;
end $$;
CREATE FUNCTION identity.take_step(p_person_id uuid, p_step bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update identity.second_factor set last_step = p_step
   where person_id = p_person_id and confirmed_at is not null and last_step < p_step;
  if not found then
    return false;
  end if;
  delete from identity.throttle t where t.key_hash = identity.throttle_key('code', p_person_id::text);
  return true;
end $$;
CREATE FUNCTION identity.tell_agency(p_agency_id uuid, p_unit_id uuid, p_kind text, p_day text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION identity.tell_colleagues(p_people uuid[], p_unit_id uuid, p_kind text, p_day date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION identity.tell_leads(p_agency_id uuid, p_unit_id uuid, p_kind text, p_due text, p_day date, p_wait interval) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_board uuid := app.sealed_party('board');
  v_told integer := 0;
  v_mail uuid;
  r record;
begin
  if p_kind not in ('return_asked', 'evidence_asked', 'plan_asked') or char_length(p_due) > 40
     or p_wait < interval '0' or p_wait > interval '60 days' then
    raise exception 'nothing to tell here' using errcode = 'OR001';
  end if;
  for r in
    select distinct on (n.email) m.membership_id, n.email, n.display_name
      from identity.membership m join identity.person n on n.person_id = m.person_id
     where m.party_id = p_agency_id and m.role = 'lead'
       and (m.to_at is null or m.to_at > now()) and n.email is not null and n.disabled_at is null
       and (m.unit_id is null or m.unit_id = p_unit_id)
       and not exists (select from identity.client c where c.person_id = m.person_id)
       and exists (select from tenancy.connection c
                    where c.board_id = v_board and c.agency_id = p_agency_id and c.ended_at is null)
     order by n.email, m.membership_id
     limit 50
  loop
    insert into identity.told_of_answer as t (membership_id, on_day, about)
    values (r.membership_id, p_day, p_kind || ' ' || v_board::text)
    on conflict on constraint told_of_answer_key do nothing;
    continue when not found;
    v_mail := identity.post(v_board, p_kind, r.email,
      (select jsonb_build_object('name', r.display_name, 'board', f.name, 'due', p_due)
         from tenancy.party_profile f where f.party_id = v_board));
    if p_wait > interval '0' then
      update jobs.job j set not_before = now() + p_wait
       where j.kind = 'send_mail' and j.party_id is null and j.source_tenant is null and j.source_ref = v_mail;
    end if;
    v_told := v_told + 1;
  end loop;
  return v_told;
end $$;
CREATE FUNCTION identity.tell_reviewer(p_person_id uuid, p_from text, p_until text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_board uuid := app.sealed_party('board');
  v_email text;
  v_name text;
begin
  if char_length(p_from) > 40 or char_length(p_until) > 40 then
    raise exception 'nobody to tell here' using errcode = 'OR001';
  end if;
  select n.email, n.display_name into v_email, v_name
    from identity.membership m join identity.person n on n.person_id = m.person_id
   where m.party_id = v_board and m.person_id = p_person_id and m.role in ('member', 'reviewer')
     and (m.to_at is null or m.to_at > now()) and n.email is not null and n.disabled_at is null
   limit 1;
  if v_email is null then
    return false;
  end if;
  perform identity.post(v_board, 'review_given', v_email,
    (select jsonb_build_object('name', v_name, 'board', f.name, 'from', p_from, 'until', p_until)
       from tenancy.party_profile f where f.party_id = v_board));
  return true;
end $$;
CREATE FUNCTION identity.tell_second_look(p_not uuid[], p_day date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_board uuid := app.sealed_party('board');
  v_told integer := 0;
  r record;
begin
  for r in
    with here as (
      select distinct on (m.person_id) m.membership_id, m.role, n.email, n.display_name
        from identity.membership m join identity.person n on n.person_id = m.person_id
       where m.party_id = v_board and m.role in ('chair', 'manager')
         and (m.to_at is null or m.to_at > now()) and n.email is not null and n.disabled_at is null
         and m.person_id <> all (p_not)
         and not exists (select from identity.client c where c.person_id = n.person_id)
       order by m.person_id, m.role, m.from_at, m.membership_id)
    select h.membership_id, h.email, h.display_name from here h
     where h.role = 'chair' or not exists (select from here c where c.role = 'chair')
     order by h.membership_id limit 50
  loop
    insert into identity.told_of_answer as t (membership_id, on_day, about)
    values (r.membership_id, p_day, 'second_look_waits')
    on conflict on constraint told_of_answer_key do nothing;
    continue when not found;
    perform identity.post(v_board, 'second_look_waits', r.email,
      (select jsonb_build_object('name', r.display_name, 'board', f.name)
         from tenancy.party_profile f where f.party_id = v_board));
    v_told := v_told + 1;
  end loop;
  return v_told;
end $$;
CREATE FUNCTION identity.throttle_key(p_kind text, p_value text) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN sha256(convert_to(((p_kind || ':'::text) || lower(p_value)), 'UTF8'::name));
CREATE FUNCTION identity.use_link(p_token_hash bytea, p_purpose text) RETURNS TABLE(link_id uuid, person_id uuid, person_name text, email text, party_id uuid, ref uuid, next_path text, tries integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return query
    with used as (
      update identity.link l set used_at = clock_timestamp()
       where l.link_id = identity.good_link(p_token_hash, p_purpose) and l.used_at is null
      returning l.*)
    select u.link_id, u.person_id, n.display_name::text, coalesce(nullif(u.email, ''), n.email)::text,
           u.party_id, u.ref, u.next_path::text, u.tries
      from used u left join identity.person n on n.person_id = u.person_id;
end $$;
CREATE FUNCTION identity.who_looks_after(p_person_id uuid, p_unit_id uuid) RETURNS TABLE(person_id uuid, person_name text, email text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION identity.withdraw_board_invitation(p_invitation_id uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.managed_board();
begin
  update identity.colleague_invitation i set withdrawn_at = now()
   where i.invitation_id = p_invitation_id and i.party_id = v_party
     and i.accepted_at is null and i.withdrawn_at is null;
  return found;
end $$;
CREATE FUNCTION identity.withdraw_consent(p_client_id uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := app.sealed_party('agency');
begin
  if app.role() not in ('lead', 'authoriser') then
    raise exception 'this role may not do that' using errcode = 'OR001';
  end if;
  perform from identity.client c where c.client_id = p_client_id and c.party_id = v_party for update;
  return found and identity.end_consent(p_client_id);
end $$;
CREATE FUNCTION identity.withdraw_invitation(p_invitation_id uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
begin
  update identity.colleague_invitation i set withdrawn_at = now()
   where i.invitation_id = p_invitation_id and i.party_id = v_party
     and i.accepted_at is null and i.withdrawn_at is null;
  return found;
end $$;
CREATE FUNCTION jobs.announce(p_kind text, p_party uuid, p_ref uuid, p_target uuid DEFAULT NULL::uuid) RETURNS uuid
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select job_id from jobs.announce_all(p_kind, array[p_party], p_ref, array[p_target]) as a (job_id);
$$;
CREATE FUNCTION jobs.announce_all(p_kind text, p_parties uuid[], p_ref uuid, p_targets uuid[]) RETURNS SETOF uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_from text := split_part(current_setting('onereturn.scope', true), '|', 1);
  v_self uuid := app.sealed_party(v_from);
  v_kind jobs.kind;
begin
  select * into v_kind from jobs.kind k where k.kind = p_kind;
  if v_kind.kind is null or v_from not in ('board', 'agency')
     or v_kind.announced_from not in (v_from, 'party') then
    raise exception 'this scope announces no such job' using errcode = 'OR001';
  end if;
  if v_kind.runs_as = 'party' or v_kind.runs_as = v_from then
    return query
      insert into jobs.job as j (kind, scope, party_id, source_tenant, source_ref, target_ref)
      select p_kind, v_from, v_self, v_self, p_ref, t.target
        from unnest(coalesce(p_targets, array[null::uuid])) as t (target)
      on conflict on constraint job_once_per_source do update set kind = excluded.kind
      returning j.job_id;
    return;
  end if;
  if exists (select from unnest(p_parties) as u (party)
              where not exists (select from tenancy.connection c
                                 where c.board_id = u.party and c.agency_id = v_self
                                   and c.ended_at is null)) then
    raise exception 'this party is not connected' using errcode = 'OR001';
  end if;
  return query
    insert into jobs.job as j (kind, scope, party_id, source_tenant, source_ref, target_ref)
    select p_kind, v_kind.runs_as, u.party, v_self, p_ref, u.target
      from unnest(p_parties, p_targets) as u (party, target)
    on conflict on constraint job_once_per_source do update set kind = excluded.kind
    returning j.job_id;
end $$;
CREATE FUNCTION jobs.announce_chases(p_now timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION jobs.announce_own(p_kind text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_job uuid;
begin
  insert into jobs.job (kind, scope)
  select k.kind, k.runs_as from jobs.kind k
   where k.kind = p_kind and k.announced_from = 'system'
     and not exists (select from jobs.job j where j.kind = p_kind and j.state in ('waiting', 'running'))
  returning job_id into v_job;
  return v_job;
end $$;
CREATE FUNCTION jobs.announce_progress(p_delay interval) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION jobs.announce_telling(p_kind text, p_party uuid, p_ref uuid, p_target uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION jobs.announce_trails(p_delay interval) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_count integer;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('announce trails', 0)) then
    return 0;
  end if;
  insert into jobs.job as j (kind, scope, party_id, source_tenant, source_ref, target_ref, not_before)
  select 'seal_trail', p.kind, p.party_id, p.party_id, p.party_id, p.party_id,
         clock_timestamp() + p_delay
    from tenancy.party p
   where p.kind in ('board', 'agency')
     and p.party_id in (select u.party_id from jobs.unsealed u where u.gone_at is null)
  on conflict on constraint job_once_per_source do update
    set state = 'waiting', tries = 0, not_before = excluded.not_before, ended_at = null,
        announced_at = now(), reason = ''
    where j.state = 'done'
       or j.state = 'parked' and j.ended_at < clock_timestamp() - interval '5 minutes';
  get diagnostics v_count = row_count;
  return v_count;
end $$;
CREATE FUNCTION jobs.announce_woken(p_day date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION jobs.begin_progress() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION jobs.claim(p_count integer, p_lease interval) RETURNS TABLE(job_id uuid, fence bigint, kind text, scope text, party_id uuid, source_tenant uuid, source_ref uuid, target_ref uuid, tries integer, caused_by text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION jobs.claim_paper(p_kind text, p_lease interval) RETURNS TABLE(job_id uuid, fence bigint, kind text, scope text, party_id uuid, source_tenant uuid, source_ref uuid, target_ref uuid, tries integer, caused_by text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION jobs.entries_to_seal(p_up_to bigint, p_count integer) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_self uuid := jobs.sealing_party();
begin
  return query
    select u.entry_no from jobs.unsealed u
     where u.party_id = v_self and u.entry_no <= p_up_to and u.gone_at is null
     order by u.entry_no
     limit p_count;
end $$;
CREATE FUNCTION jobs.extend(p_job_id uuid, p_fence bigint, p_lease interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update jobs.job set lease_until = clock_timestamp() + p_lease
   where job_id = p_job_id and fence = p_fence and state = 'running'
     and lease_until > clock_timestamp();
  return found;
end $$;
CREATE FUNCTION jobs.fail(p_job_id uuid, p_fence bigint, p_reason text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_state text;
begin
  update jobs.job j
     set state = case when j.tries >= 5 then 'parked' else 'waiting' end,
         ended_at = case when j.tries >= 5 then clock_timestamp() end,
         not_before = clock_timestamp()
                      + make_interval(secs => 0.5 * power(4, j.tries) * (0.9 + random() * 0.2)),
         lease_until = null, reason = left(p_reason, 300)
   where j.job_id = p_job_id and j.fence = p_fence and j.state = 'running'
  returning j.state into v_state;
  return v_state;
end $$;
CREATE FUNCTION jobs.figures() RETURNS TABLE(kind text, state text, jobs bigint, oldest_ms bigint, overdue_ms bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select j.kind::text, j.state::text, count(*),
         (1000 * extract(epoch from clock_timestamp() - min(j.announced_at)))::bigint,
         (1000 * greatest(0, extract(epoch from clock_timestamp() - min(j.not_before))))::bigint
    from jobs.job j where j.state = 'waiting' group by j.kind, j.state
  union all
  select j.kind::text, j.state::text, count(*),
         (1000 * extract(epoch from clock_timestamp() - min(j.announced_at)))::bigint, 0
    from jobs.job j where j.state = 'running' group by j.kind, j.state
  union all
  select j.kind::text, j.state::text, count(*),
         (1000 * extract(epoch from clock_timestamp() - min(j.ended_at)))::bigint, 0
    from jobs.job j where j.state = 'parked' group by j.kind, j.state;
$$;
CREATE FUNCTION jobs.finish(p_job_id uuid, p_fence bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_sealed text := current_setting('onereturn.scope', true);
  v_scope text := nullif(split_part(v_sealed, '|', 1), '');
begin
  if v_scope is not null then
    perform app.sealed_scope(v_scope);
  end if;
  update jobs.job j set state = 'done', lease_until = null, ended_at = clock_timestamp(), reason = ''
   where j.job_id = p_job_id and j.fence = p_fence and j.state = 'running'
     and j.lease_until > clock_timestamp()
     and (j.scope = 'system' and session_user = 'worker'
          or j.scope = v_scope and split_part(v_sealed, '|', 9) = p_job_id::text);
  if not found then
    raise exception 'another worker holds this job by now' using errcode = 'OR003';
  end if;
end $$;
CREATE FUNCTION jobs.heads_to_anchor() RETURNS TABLE(party_id uuid, sealed bigint, head bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select t.party_id, t.sealed, t.head::bytea from jobs.trail t where t.anchored < t.sealed
   order by t.party_id limit 1000;
$$;
CREATE FUNCTION jobs.housekeep() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_all bigint := 0;
  v_count bigint;
begin
  delete from jobs.job where state = 'done' and ended_at < now() - interval '90 days';
  get diagnostics v_count = row_count;
  v_all := v_all + v_count;
  delete from identity.session
   where coalesce(ended_at, expires_at) < now() - interval '90 days';
  get diagnostics v_count = row_count;
  v_all := v_all + v_count;
  delete from identity.throttle where first_failure_at < now() - interval '1 day'
     and coalesce(locked_until, now()) <= now();
  get diagnostics v_count = row_count;
  v_all := v_all + v_count;
  delete from tenancy.invitation where expires_at < now() - interval '1 year';
  get diagnostics v_count = row_count;
  return v_all + v_count;
end $$;
CREATE FUNCTION jobs.my_deliveries(p_submission_id uuid DEFAULT NULL::uuid) RETURNS TABLE(job_id uuid, submission_id uuid, request_id uuid, board_id uuid, state text, tries integer, next_try_at timestamp with time zone, reason text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_self uuid := app.sealed_party('agency');
begin
  return query
    select j.job_id, j.source_ref, j.target_ref, j.party_id, j.state::text, j.tries, j.not_before,
           j.reason::text
      from jobs.job j
     where j.source_tenant = v_self and j.kind = 'deliver'
       and (p_submission_id is null or j.source_ref = p_submission_id);
end $$;
CREATE FUNCTION jobs.next_due_seconds() RETURNS double precision
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select greatest(0, extract(epoch from min(not_before) - clock_timestamp()))::double precision
    from jobs.job where state = 'waiting';
$$;
CREATE FUNCTION jobs.note_anchored(p_parties uuid[], p_sealed bigint[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  update jobs.trail t set anchored = greatest(t.anchored, a.sealed), anchored_at = clock_timestamp()
    from unnest(p_parties, p_sealed) as a (party_id, sealed)
   where t.party_id = a.party_id and a.sealed <= t.sealed;
$$;
CREATE FUNCTION jobs.note_sealed(p_entries bigint[], p_gone bigint[], p_up_to bigint, p_sealed bigint, p_head bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_self uuid := jobs.sealing_party();
begin
  delete from jobs.unsealed u where u.party_id = v_self and u.entry_no = any (p_entries);
  update jobs.unsealed u set gone_at = clock_timestamp()
   where u.party_id = v_self and u.entry_no = any (p_gone);
  if cardinality(p_entries) > 0 then
    insert into jobs.trail as t (party_id, sealed, head) values (v_self, p_sealed, p_head)
    on conflict on constraint trail_key do update
      set sealed = excluded.sealed, head = excluded.head, sealed_at = clock_timestamp(),
          anchored = least(t.anchored, excluded.sealed);
  end if;
  return (select count(*) from jobs.unsealed u
           where u.party_id = v_self and u.entry_no <= p_up_to and u.gone_at is null);
end $$;
CREATE FUNCTION jobs.overview() RETURNS TABLE(kind text, state text, jobs bigint, oldest_seconds double precision)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select kind::text, state::text, count(*),
         extract(epoch from clock_timestamp() - min(announced_at))::double precision
    from jobs.job where state <> 'done' group by kind, state order by kind, state;
$$;
CREATE FUNCTION jobs.postpone(p_job_id uuid, p_fence bigint, p_delay interval, p_reason text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update jobs.job set state = 'waiting', lease_until = null, tries = greatest(tries - 1, 0),
         not_before = clock_timestamp() + p_delay, reason = left(p_reason, 300)
   where job_id = p_job_id and fence = p_fence and state = 'running';
  return found;
end $$;
CREATE FUNCTION jobs.release(p_job_id uuid, p_fence bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update jobs.job set state = 'waiting', lease_until = null, tries = greatest(tries - 1, 0)
   where job_id = p_job_id and fence = p_fence and state = 'running';
  return found;
end $$;
CREATE FUNCTION jobs.sealing_party() RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_self uuid := app.sealed_party(split_part(current_setting('onereturn.scope', true), '|', 1));
begin
  if not exists (select from jobs.job j
                  where j.job_id = app.job() and j.kind = 'seal_trail' and j.party_id = v_self) then
    raise exception 'this is for the job that seals' using errcode = 'OR001';
  end if;
  return v_self;
end $$;
CREATE FUNCTION jobs.sweep() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_count integer;
begin
  update jobs.job j
     set state = case when j.tries >= 5 then 'parked' else 'waiting' end,
         ended_at = case when j.tries >= 5 then clock_timestamp() end,
         lease_until = null, reason = 'The worker stopped before it was done.'
    from (select e.job_id from jobs.job e
           where e.state = 'running' and e.lease_until <= clock_timestamp()
           for update skip locked) as late
   where j.job_id = late.job_id;
  get diagnostics v_count = row_count;
  return v_count;
end $$;
CREATE FUNCTION jobs.trail_horizon(OUT up_to bigint, OUT after_transaction text) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_self uuid := jobs.sealing_party();
begin
  select coalesce(max(u.entry_no), 0) into up_to from jobs.unsealed u
   where u.party_id = v_self and u.gone_at is null;
  after_transaction := pg_current_xact_id()::text;
end $$;
CREATE FUNCTION jobs.trail_overview(OUT parties bigint, OUT sealed bigint, OUT waiting bigint, OUT oldest_waiting_seconds double precision, OUT gone bigint, OUT unanchored_parties bigint, OUT oldest_unanchored_seconds double precision, OUT last_anchored_seconds double precision) RETURNS record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select (select count(*) from jobs.trail),
         (select coalesce(sum(t.sealed), 0)::bigint from jobs.trail t),
         (select count(*) from jobs.unsealed u where u.gone_at is null),
         (select coalesce(extract(epoch from clock_timestamp() - min(u.at)), 0)::double precision
            from jobs.unsealed u where u.gone_at is null),
         (select count(*) from jobs.unsealed u where u.gone_at is not null),
         (select count(*) from jobs.trail t where t.anchored < t.sealed),
         (select coalesce(extract(epoch from clock_timestamp() - min(t.sealed_at)), 0)::double precision
            from jobs.trail t where t.anchored < t.sealed),
         (select extract(epoch from clock_timestamp() - max(t.anchored_at))::double precision
            from jobs.trail t);
$$;
CREATE FUNCTION jobs.wake_agency(p_party_id uuid, p_day date) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  insert into jobs.waking (party_id, on_day)
  select p.party_id, p_day from tenancy.party p where p.party_id = p_party_id and p.kind = 'agency'
  on conflict on constraint waking_key do nothing;
$$;
CREATE FUNCTION jobs.wake_at(p_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION jobs.wake_on(p_days date[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_self uuid := app.sealed_party('agency');
begin
  insert into jobs.waking (party_id, on_day)
  select v_self, d.on_day from unnest(p_days) as d (on_day) where d.on_day is not null
  on conflict on constraint waking_key do nothing;
end $$;
CREATE FUNCTION jobs.want_progress(p_agencies uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  insert into jobs.progress as g (party_id) select distinct a from unnest(p_agencies) a order by a
  on conflict on constraint progress_key do update set wanted = true where not g.wanted;
$$;
CREATE FUNCTION operator.add_membership(p_membership_id uuid, p_person_id uuid, p_party_id uuid, p_unit_id uuid, p_role text, p_position text) RETURNS uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  insert into identity.membership (membership_id, person_id, party_id, unit_id, role, position)
  values (coalesce(p_membership_id, gen_random_uuid()), p_person_id, p_party_id, p_unit_id, p_role,
          coalesce(p_position, ''))
  on conflict on constraint membership_key do update set position = excluded.position
  returning membership_id;
$$;
CREATE FUNCTION operator.add_organisation(p_organisation_id uuid, p_kind text, p_name text, p_urn text, p_ods text, p_force_code text) RETURNS uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  insert into directory.organisation (organisation_id, kind, name, urn, ods, force_code)
  values (coalesce(p_organisation_id, gen_random_uuid()), p_kind, p_name, p_urn, p_ods, p_force_code)
  on conflict on constraint organisation_key do update set
    kind = excluded.kind, name = excluded.name, urn = excluded.urn, ods = excluded.ods,
    force_code = excluded.force_code
  returning organisation_id;
$$;
CREATE FUNCTION operator.add_party(p_party_id uuid, p_kind text, p_organisation_id uuid, p_status text, p_profile jsonb) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := coalesce(p_party_id, gen_random_uuid());
begin
  insert into tenancy.party (party_id, kind, organisation_id, status)
  values (v_party, p_kind, p_organisation_id, p_status)
  on conflict on constraint party_key do update set
    organisation_id = excluded.organisation_id, status = excluded.status;
  insert into tenancy.party_profile
    (party_id, name, area, mark, aliases, procedures, address, telephone, email, website,
     lead_officer_name, lead_officer_position, lead_officer_telephone, lead_officer_email,
     completed_by_name, completed_by_position, completed_by_telephone, completed_by_email)
  select v_party, p.name, coalesce(p.area, ''), coalesce(p.mark, ''), coalesce(p.aliases, '{}'),
         coalesce(p.procedures, '{}'), coalesce(p.address, ''), coalesce(p.telephone, ''),
         coalesce(p.email, ''), coalesce(p.website, ''), coalesce(p.lead_officer_name, ''),
         coalesce(p.lead_officer_position, ''), coalesce(p.lead_officer_telephone, ''),
         coalesce(p.lead_officer_email, ''), coalesce(p.completed_by_name, ''),
         coalesce(p.completed_by_position, ''), coalesce(p.completed_by_telephone, ''),
         coalesce(p.completed_by_email, '')
    from jsonb_populate_record(null::tenancy.party_profile, p_profile) p
  on conflict on constraint party_profile_key do nothing;
  return v_party;
end $$;
CREATE FUNCTION operator.add_person(p_person_id uuid, p_email text, p_display_name text, p_telephone text) RETURNS uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  insert into identity.person (person_id, email, display_name, telephone)
  values (coalesce(p_person_id, gen_random_uuid()), lower(p_email), p_display_name,
          coalesce(p_telephone, ''))
  on conflict on constraint person_key do update set
    email = excluded.email, display_name = excluded.display_name, telephone = excluded.telephone
  returning person_id;
$$;
CREATE FUNCTION operator.connect(p_board_id uuid, p_agency_id uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if not exists (select from tenancy.party where party_id = p_board_id and kind = 'board')
     or not exists (select from tenancy.party where party_id = p_agency_id and kind = 'agency') then
    raise exception 'a connection is between a board and an agency' using errcode = '23514',
      constraint = 'connection_between_two';
  end if;
  insert into tenancy.connection (board_id, agency_id) values (p_board_id, p_agency_id)
  on conflict on constraint connection_key do update set ended_at = null;
end $$;
CREATE FUNCTION operator.disable_person(p_person_id uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update identity.person set disabled_at = clock_timestamp()
   where person_id = p_person_id and disabled_at is null;
  update identity.session set ended_at = clock_timestamp()
   where person_id = p_person_id and ended_at is null;
end $$;
CREATE FUNCTION operator.end_membership(p_membership_id uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  update identity.membership set to_at = clock_timestamp()
   where membership_id = p_membership_id and to_at is null;
$$;
CREATE FUNCTION operator.end_session(p_token_hash bytea) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select identity.end_session(p_token_hash);
$$;
CREATE FUNCTION operator.find_memberships(p_email text) RETURNS TABLE(person_id uuid, membership_id uuid, party_id uuid, party_kind text, party_name text, unit_id uuid, role text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select m.person_id, m.membership_id, m.party_id, p.kind::text, f.name::text, m.unit_id, m.role::text
    from identity.person n
    join identity.membership m on m.person_id = n.person_id
    join tenancy.party p on p.party_id = m.party_id
    join tenancy.party_profile f on f.party_id = m.party_id
   where n.email = lower(p_email) and (m.to_at is null or m.to_at > now())
   order by p.kind, f.name, m.role;
$$;
CREATE FUNCTION operator.issue_session(p_token_hash bytea, p_person_id uuid, p_membership_id uuid, p_kind text, p_lifetime interval) RETURNS timestamp with time zone
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select identity.begin_session(p_token_hash, p_person_id, p_membership_id, p_kind, p_lifetime, null);
$$;
CREATE FUNCTION operator.jobs_overview() RETURNS TABLE(kind text, state text, jobs bigint, oldest_seconds double precision)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select * from jobs.overview();
$$;
CREATE FUNCTION operator.mail_bounced(p_return_path bytea, p_reason text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_mail identity.mail;
begin
  select * into v_mail from identity.mail m
   where m.return_path = p_return_path and m.kind in ('chase', 'action_asked') for update;
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
CREATE FUNCTION operator.parked_jobs() RETURNS TABLE(job_id uuid, kind text, party_name text, tries integer, reason text, ended_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select j.job_id, j.kind::text, f.name::text, j.tries, j.reason::text, j.ended_at
    from jobs.job j left join tenancy.party_profile f on f.party_id = j.party_id
   where j.state = 'parked' order by j.ended_at;
$$;
CREATE FUNCTION operator.publish_framework(p_code text, p_version integer, p_name text, p_body text, p_hash bytea, p_requirements jsonb, p_facets jsonb) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_hash bytea;
begin
  select hash into v_hash from catalogue.framework_version
   where framework_code = p_code and version = p_version;
  if v_hash = p_hash then
    return false;
  elsif v_hash is not null then
    raise exception 'framework % version % is published with other content', p_code, p_version
      using errcode = '23505', constraint = 'already_published';
  end if;
  insert into catalogue.framework_version (framework_code, version, name, body, hash)
  values (p_code, p_version, p_name, p_body, p_hash);
  insert into catalogue.requirement (requirement_code, framework_code, since_version, standard, local_kind)
  select r.code, p_code, p_version, r.standard, r.local_kind
    from jsonb_to_recordset(p_requirements) as r (code text, standard text, local_kind text)
  on conflict on constraint requirement_key do nothing;
  insert into catalogue.facet (facet_code, requirement_code)
  select f.code, f.requirement from jsonb_to_recordset(p_facets) as f (code text, requirement text)
  on conflict on constraint facet_key do nothing;
  if exists (select from jsonb_to_recordset(p_facets) as f (code text, requirement text)
               join catalogue.facet c on c.facet_code = f.code
              where c.requirement_code <> f.requirement) then
    raise exception 'a facet belongs to exactly one requirement, for ever'
      using errcode = '23505', constraint = 'facet_of_one_requirement';
  end if;
  return true;
end $$;
CREATE FUNCTION operator.publish_mapping(p_template_code text, p_template_version integer, p_framework_code text, p_framework_version integer, p_version integer, p_body text, p_hash bytea, p_status text, p_item_facets jsonb) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_hash bytea;
begin
  select hash into v_hash from catalogue.mapping_version
   where template_code = p_template_code and template_version = p_template_version
     and framework_code = p_framework_code and framework_version = p_framework_version
     and version = p_version;
  if v_hash = p_hash then
    return false;
  elsif v_hash is not null then
    raise exception 'mapping of % version % is published with other content', p_template_code, p_version
      using errcode = '23505', constraint = 'already_published';
  end if;
  insert into catalogue.mapping_version
    (template_code, template_version, framework_code, framework_version, version, body, hash, status)
  values (p_template_code, p_template_version, p_framework_code, p_framework_version, p_version, p_body,
          p_hash, p_status);
  insert into catalogue.item_facet
    (template_code, template_version, framework_code, framework_version, version, item_code, facet_code)
  select p_template_code, p_template_version, p_framework_code, p_framework_version, p_version,
         f.item_code, f.facet_code
    from jsonb_to_recordset(p_item_facets) as f (item_code text, facet_code text);
  return true;
end $$;
CREATE FUNCTION operator.publish_template(p_code text, p_version integer, p_owner_party uuid, p_edition_of_code text, p_edition_of_version integer, p_kind text, p_name text, p_body text, p_hash bytea, p_items jsonb, p_boxes jsonb) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_hash bytea;
begin
  select hash into v_hash from catalogue.template_version
   where template_code = p_code and version = p_version;
  if v_hash = p_hash then
    return false;
  elsif v_hash is not null then
    raise exception 'template % version % is published with other content', p_code, p_version
      using errcode = '23505', constraint = 'already_published';
  end if;
  insert into catalogue.template_version
    (template_code, version, owner_party, edition_of_code, edition_of_version, kind, name, body, hash)
  values (p_code, p_version, p_owner_party, p_edition_of_code, p_edition_of_version, p_kind, p_name,
          p_body, p_hash);
  insert into catalogue.template_item
    (template_code, version, item_code, position, section_code, number, essential, lineage_id)
  select p_code, p_version, i.item_code, i.position, i.section_code, i.number,
         coalesce(i.essential, false), coalesce(i.lineage_id, i.item_code)
    from jsonb_to_recordset(p_items) as i (item_code text, position integer, section_code text,
      number text, essential boolean, lineage_id text);
  insert into catalogue.box
    (template_code, version, box_no, position, section_code, item_code, field, content, filled_by,
     max_length)
  select p_code, p_version, b.box_no, b.position, b.section_code, b.item_code, b.field, b.content,
         b.filled_by, b.max_length
    from jsonb_to_recordset(p_boxes) as b (box_no text, position integer, section_code text,
      item_code text, field text, content text, filled_by text, max_length integer);
  return true;
end $$;
CREATE FUNCTION operator.reseal_second_factor(p_person_id uuid, p_before bytea, p_secret bytea, p_key_id text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update identity.second_factor f set secret = p_secret, key_id = p_key_id
   where f.person_id = p_person_id and f.secret = p_before;
  return found;
end $$;
CREATE FUNCTION operator.reset_second_factor(p_person_id uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select identity.forget_second_factor(p_person_id);
$$;
CREATE FUNCTION operator.retry_job(p_job_id uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  update jobs.job set state = 'waiting', tries = 0, not_before = clock_timestamp(), ended_at = null
   where job_id = p_job_id and state = 'parked';
  return found;
end $$;
CREATE FUNCTION operator.rotate_seal_key() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select app.make_seal_key();
$$;
CREATE FUNCTION operator.second_factors_to_reseal(p_key_id text) RETURNS TABLE(person_id uuid, secret bytea, key_id text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select f.person_id, f.secret, f.key_id::text from identity.second_factor f
   where f.key_id is distinct from p_key_id order by f.person_id;
$$;
CREATE FUNCTION operator.set_password_hash(p_person_id uuid, p_hash text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select identity.set_password_hash(p_person_id, p_hash, null);
$$;
CREATE FUNCTION operator.set_second_factor(p_person_id uuid, p_secret bytea, p_key_id text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  insert into identity.second_factor (person_id, secret, key_id, confirmed_at)
  values (p_person_id, p_secret, p_key_id, now())
  on conflict on constraint second_factor_key do nothing;
$$;
CREATE FUNCTION tenancy.accept_invitation(p_code_hash bytea) RETURNS TABLE(board_id uuid, board_name text, entry_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_agency uuid := app.sealed_party('agency');
begin
  update tenancy.invitation i set accepted_at = now(), agency_id = v_agency
   where i.code_hash = p_code_hash and i.accepted_at is null and i.expires_at > now()
  returning i.board_id, i.entry_id into board_id, entry_id;
  if not found then
    return;
  end if;
  insert into tenancy.connection (board_id, agency_id) values (accept_invitation.board_id, v_agency)
  on conflict on constraint connection_key do update set ended_at = null;
  insert into jobs.job (kind, scope, party_id, source_tenant, source_ref)
  values ('join', 'board', accept_invitation.board_id, v_agency, accept_invitation.entry_id);
  select f.name into board_name from tenancy.party_profile f where f.party_id = accept_invitation.board_id;
  return next;
end $$;
CREATE FUNCTION tenancy.accept_join(p_token_hash bytea, p_unit_id uuid) RETURNS TABLE(board_id uuid, board_name text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_agency uuid := identity.led_agency();
  v_link uuid;
  v_join tenancy.join_request;
begin
  update identity.link l set used_at = clock_timestamp()
   where l.link_id = identity.good_link(p_token_hash, 'join') and l.used_at is null
  returning l.link_id into v_link;
  update tenancy.join_request j set agency_id = v_agency, unit_id = p_unit_id
   where j.link_id = v_link returning * into v_join;
  if not found then
    return;
  end if;
  insert into tenancy.connection (board_id, agency_id) values (v_join.board_id, v_agency)
  on conflict on constraint connection_key do update set ended_at = null;
  insert into jobs.job (kind, scope, party_id, source_tenant, source_ref)
  values ('join', 'board', v_join.board_id, v_agency, v_join.entry_id);
  return query select f.party_id, f.name::text from tenancy.party_profile f
                where f.party_id = v_join.board_id;
end $$;
CREATE FUNCTION tenancy.agree_merge(p_merge_id uuid) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
  v_merge tenancy.room_merge;
begin
  select m.* into v_merge from tenancy.room_merge m
   where m.merge_id = p_merge_id and v_party in (m.stays_id, m.goes_id) for update;
  if v_merge.state is distinct from 'open' then
    return case when v_merge.state = 'done' then 'done' else 'gone' end;
  end if;
  if v_merge.proposed_at < now() - interval '14 days' then
    perform tenancy.withdraw_merge(p_merge_id);
    return 'gone';
  end if;
  update tenancy.room_merge m set stays_agreed_by = null, stays_agreed_at = null
   where m.merge_id = p_merge_id and m.stays_agreed_at is not null
     and not identity.still_leads(m.stays_agreed_by, m.stays_id);
  update tenancy.room_merge m set goes_agreed_by = null, goes_agreed_at = null
   where m.merge_id = p_merge_id and m.goes_agreed_at is not null
     and not identity.still_leads(m.goes_agreed_by, m.goes_id);
  update tenancy.room_merge m
     set stays_agreed_by = app.person(), stays_agreed_at = clock_timestamp()
   where m.merge_id = p_merge_id and m.stays_id = v_party and m.stays_agreed_at is null;
  update tenancy.room_merge m
     set goes_agreed_by = app.person(), goes_agreed_at = clock_timestamp()
   where m.merge_id = p_merge_id and m.goes_id = v_party and m.goes_agreed_at is null;
  select m.* into v_merge from tenancy.room_merge m where m.merge_id = p_merge_id;
  return case when v_merge.stays_agreed_at is not null and v_merge.goes_agreed_at is not null
              then 'both' else 'waiting' end;
end $$;
CREATE FUNCTION tenancy.begin_merge() RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_rooms uuid[] := app.sealed_rooms('merge');
  v_shared uuid[];
begin
  perform pg_advisory_xact_lock(hashtextextended('room ' || r.room, 0))
     from (select unnest(v_rooms) as room order by 1) r;
  perform from tenancy.party p where p.party_id = any (v_rooms) order by p.party_id for update;
  update jobs.job j
     set source_tenant = case when j.source_tenant = v_rooms[2] then v_rooms[1] else j.source_tenant end,
         party_id = case when j.party_id = v_rooms[2] then v_rooms[1] else j.party_id end,
         target_ref = case when j.target_ref = v_rooms[2] then v_rooms[1] else j.target_ref end,
         fence = j.fence + case when j.state = 'running' then 1 else 0 end,
         lease_until = null,
         state = case when j.state = 'running' then 'waiting' else j.state end
   where v_rooms[2] in (j.source_tenant, j.party_id) and j.kind not in ('seal_trail', 'send_mail');
  insert into jobs.waking (party_id, on_day)
  select v_rooms[1], w.on_day from jobs.waking w where w.party_id = v_rooms[2]
  on conflict on constraint waking_key do nothing;
  perform from tenancy.connection c where c.agency_id = any (v_rooms) for update;
  select coalesce(array_agg(c.board_id), '{}') into v_shared from tenancy.connection c
    join tenancy.connection d on d.board_id = c.board_id and d.agency_id = v_rooms[2]
   where c.agency_id = v_rooms[1];
  update tenancy.room_merge m set shared_boards = v_shared
   where m.stays_id = v_rooms[1] and m.goes_id = v_rooms[2] and m.state = 'open';
  insert into tenancy.connection as c (board_id, agency_id, joined_at, ended_at)
  select d.board_id, v_rooms[1], d.joined_at, d.ended_at from tenancy.connection d
   where d.agency_id = v_rooms[2]
  on conflict on constraint connection_key do update
    set ended_at = case when excluded.ended_at is null then null else c.ended_at end;
  return (select f.name from tenancy.party_profile f where f.party_id = v_rooms[2]);
end $$;
CREATE FUNCTION tenancy.close_merge() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_rooms uuid[] := app.sealed_rooms('merge');
  v_stays uuid := v_rooms[1];
  v_goes uuid := v_rooms[2];
  v_now timestamptz := clock_timestamp();
begin
  delete from tenancy.connection c using tenancy.room_merge m
   where m.stays_id = v_stays and m.goes_id = v_goes and m.state = 'open'
     and c.agency_id = v_goes and c.board_id <> all (m.shared_boards);
  -- Whoever is or was a colleague here keeps what they have here, no more: the lead here has said so.
  insert into identity.membership (person_id, party_id, unit_id, role, "position", standards, from_at)
  select distinct on (m.person_id, m.unit_id, m.role) m.person_id, v_stays, nullif(m.unit_id, v_goes),
         m.role, m."position", m.standards, v_now
    from identity.membership m
   where m.party_id = v_goes and (m.to_at is null or m.to_at > v_now)
     and not exists (select from identity.client k where k.person_id = m.person_id)
     and not exists (select from identity.membership h
                      where h.party_id = v_stays and h.person_id = m.person_id)
   order by m.person_id, m.unit_id, m.role, m.from_at;
  -- Whoever left before, and programs: their names stand beside what they wrote.
  insert into identity.membership
    (person_id, party_id, unit_id, role, "position", standards, from_at, to_at)
  select m.person_id, v_stays, nullif(m.unit_id, v_goes), m.role, m."position", m.standards, m.from_at,
         least(m.to_at, greatest(m.from_at, v_now))
    from identity.membership m
   where m.party_id = v_goes
     and (m.to_at <= v_now or exists (select from identity.client k where k.person_id = m.person_id))
  on conflict on constraint membership_once do nothing;
  update identity.membership m set to_at = greatest(m.from_at, v_now)
   where m.party_id = v_goes and (m.to_at is null or m.to_at > v_now);
  update identity.session s set ended_at = v_now where s.party_id = v_goes and s.ended_at is null;
  update identity.client_consent k set withdrawn_at = v_now
    from identity.client c
   where c.party_id = v_goes and k.client_id = c.client_id and k.withdrawn_at is null;
  update identity.client c set revoked_at = v_now, revoked_by = app.person()
   where c.party_id = v_goes and c.revoked_at is null;
  update identity.colleague_invitation i set withdrawn_at = v_now
   where i.party_id = v_goes and i.accepted_at is null and i.withdrawn_at is null;
  update tenancy.merge_code c set ended_at = v_now where c.room_id = v_goes and c.ended_at is null;
  update tenancy.join_request j
     set agency_id = case when j.agency_id = v_goes then v_stays else j.agency_id end,
         room_id = case when j.room_id = v_goes then v_stays else j.room_id end
   where v_goes in (j.agency_id, j.room_id);
  update tenancy.invitation i set agency_id = v_stays where i.agency_id = v_goes;
  update tenancy.party p set merged_into = v_stays where p.merged_into = v_goes;
  update tenancy.party p set status = 'merged', merged_into = v_stays where p.party_id = v_goes;
  update tenancy.room_merge m
     set state = 'done', ended_at = v_now, stays_counts = '{}', goes_counts = '{}'
   where m.stays_id = v_stays and m.goes_id = v_goes and m.state = 'open';
end $$;
CREATE FUNCTION tenancy.council_of(p_number text, OUT party_id uuid, OUT name text) RETURNS SETOF record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION tenancy.end_merge_code() RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
begin
  update tenancy.merge_code c set ended_at = clock_timestamp()
   where c.room_id = v_party and c.ended_at is null and c.expires_at > clock_timestamp();
  return found;
end $$;
CREATE FUNCTION tenancy.invite(p_entry_id uuid, p_code_hash bytea, p_lifetime interval) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  insert into tenancy.invitation (code_hash, board_id, entry_id, expires_at)
  values (p_code_hash, app.sealed_party('board'), p_entry_id,
          now() + least(p_lifetime, interval '90 days'));
$$;
CREATE FUNCTION tenancy.joined_unit(p_entry_id uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select j.unit_id from tenancy.join_request j
   where j.board_id = app.sealed_party('board') and j.entry_id = p_entry_id
     and j.agency_id is not null
   order by j.asked_at desc limit 1
$$;
CREATE FUNCTION tenancy.joins_asked() RETURNS TABLE(entry_id uuid, asked_at timestamp with time zone)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_board uuid := app.sealed_party('board');
begin
  return query
    select j.entry_id, max(j.asked_at) from tenancy.join_request j
     where j.board_id = v_board group by j.entry_id;
end $$;
CREATE FUNCTION tenancy.joins_asked_of(p_entry uuid) RETURNS TABLE(asked_at timestamp with time zone)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_board uuid := app.sealed_party('board');
begin
  return query
    select j.asked_at from tenancy.join_request j where j.board_id = v_board and j.entry_id = p_entry;
end $$;
CREATE FUNCTION tenancy.make_merge_code(p_code_hash bytea, p_counts jsonb) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
  v_expires timestamptz := clock_timestamp() + interval '7 days';
begin
  perform tenancy.end_merge_code();
  delete from tenancy.merge_code c where c.expires_at < now() - interval '1 year';
  insert into tenancy.merge_code (code_hash, room_id, made_by, counts, expires_at)
  values (p_code_hash, v_party, app.person(), p_counts, v_expires);
  return v_expires;
end $$;
CREATE FUNCTION tenancy.merge_code_until() RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
begin
  return (select max(c.expires_at) from tenancy.merge_code c
           where c.room_id = v_party and c.ended_at is null and c.expires_at > clock_timestamp());
end $$;
CREATE FUNCTION tenancy.merged_rooms() RETURNS TABLE(name text, merged_at timestamp with time zone, agreed_by text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := app.sealed_party('agency');
begin
  return query
    select f.name::text, m.ended_at, array[a.display_name::text, b.display_name::text]
      from tenancy.room_merge m
      join tenancy.party_profile f on f.party_id = m.goes_id
      join identity.person a on a.person_id = m.stays_agreed_by
      join identity.person b on b.person_id = m.goes_agreed_by
     where m.stays_id = v_party and m.state = 'done'
     order by m.ended_at desc;
end $$;
CREATE FUNCTION tenancy.my_merge() RETURNS TABLE(merge_id uuid, stays boolean, stays_name text, goes_name text, proposed_by text, proposed_at timestamp with time zone, stays_counts jsonb, goes_counts jsonb, stays_agreed_by text, stays_agreed_at timestamp with time zone, goes_agreed_by text, goes_agreed_at timestamp with time zone, shared_boards integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
begin
  return query
    select m.merge_id, m.stays_id = v_party, s.name::text, g.name::text, p.display_name::text,
           m.proposed_at, m.stays_counts, m.goes_counts, a.display_name::text, m.stays_agreed_at,
           b.display_name::text, m.goes_agreed_at,
           (select count(*)::integer from tenancy.connection c
              join tenancy.connection d on d.board_id = c.board_id and d.agency_id = m.goes_id
             where c.agency_id = m.stays_id)
      from tenancy.room_merge m
      join tenancy.party_profile s on s.party_id = m.stays_id
      join tenancy.party_profile g on g.party_id = m.goes_id
      join identity.person p on p.person_id = m.proposed_by
      left join identity.person a on a.person_id = m.stays_agreed_by
      left join identity.person b on b.person_id = m.goes_agreed_by
     where v_party in (m.stays_id, m.goes_id) and m.state = 'open';
end $$;
CREATE FUNCTION tenancy.note_join(p_link_id uuid, p_entry_id uuid, p_name text, p_organisation_id uuid, p_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_board uuid := app.sealed_party('board');
begin
  delete from tenancy.join_request where asked_at < least(p_at, now()) - interval '1 year';
  if not exists (select from identity.link l where l.link_id = p_link_id and l.purpose = 'join'
                    and l.party_id = v_board and l.ref = p_entry_id) then
    raise exception 'there is no such invitation' using errcode = 'OR004';
  end if;
  insert into tenancy.join_request (link_id, board_id, entry_id, organisation_id, name, asked_at)
  values (p_link_id, v_board, p_entry_id, p_organisation_id, p_name, p_at);
end $$;
CREATE FUNCTION tenancy.note_merge_counts(p_counts jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
begin
  update tenancy.room_merge m
     set stays_counts = case when m.stays_id = v_party then p_counts else m.stays_counts end,
         goes_counts = case when m.goes_id = v_party then p_counts else m.goes_counts end
   where v_party in (m.stays_id, m.goes_id) and m.state = 'open';
end $$;
CREATE FUNCTION tenancy.open_room(p_token_hash bytea, p_own_token_hash bytea, p_person_name text, p_position text, p_room_name text, p_signs boolean) RETURNS TABLE(party_id uuid, person_id uuid, membership_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_join tenancy.join_request;
  v_email text;
  v_person uuid;
  v_party uuid := gen_random_uuid();
  v_membership uuid;
begin
  select j.* into v_join from tenancy.join_request j
   where j.link_id = identity.good_link(p_token_hash, 'join') for update;
  if not found then
    return;
  end if;
  if v_join.room_id is not null then
    return query
      select m.party_id, m.person_id, m.membership_id from identity.membership m
       where m.membership_id = v_join.room_membership_id
         and (p_own_token_hash is null or m.person_id = (
               select s.person_id from identity.session s
                where s.token_hash = p_own_token_hash and s.ended_at is null));
    return;
  end if;
  if p_own_token_hash is not null then
    select s.person_id into v_person from identity.session s
     where s.token_hash = p_own_token_hash and s.ended_at is null and s.scopes is null
       and s.expires_at > clock_timestamp();
  else
    select lower(l.email) into v_email from identity.link l where l.link_id = v_join.link_id;
    insert into identity.person as n (email, display_name) values (v_email, p_person_name)
    on conflict (email) do nothing returning n.person_id into v_person;
  end if;
  if v_person is null then
    return;
  end if;
  insert into tenancy.party (party_id, kind, organisation_id)
  values (v_party, 'agency', v_join.organisation_id);
  insert into tenancy.party_profile (party_id, name) values (v_party, p_room_name);
  insert into identity.membership as m (person_id, party_id, role, "position")
  values (v_person, v_party, 'lead', p_position) returning m.membership_id into v_membership;
  if p_signs then
    insert into identity.membership (person_id, party_id, role, "position")
    values (v_person, v_party, 'authoriser', p_position);
  end if;
  update tenancy.join_request j set room_id = v_party, room_membership_id = v_membership
   where j.link_id = v_join.link_id;
  return query select v_party, v_person, v_membership;
end $$;
CREATE TABLE tenancy.party_profile (
    party_id uuid NOT NULL,
    name app.line NOT NULL,
    area app.line DEFAULT ''::text NOT NULL,
    mark app.code DEFAULT ''::text NOT NULL,
    aliases text[] DEFAULT '{}'::text[] NOT NULL,
    procedures text[] DEFAULT '{}'::text[] NOT NULL,
    address app.paragraph DEFAULT ''::text NOT NULL,
    telephone app.line DEFAULT ''::text NOT NULL,
    email app.line DEFAULT ''::text NOT NULL,
    website app.line DEFAULT ''::text NOT NULL,
    lead_officer_name app.line DEFAULT ''::text NOT NULL,
    lead_officer_position app.line DEFAULT ''::text NOT NULL,
    lead_officer_telephone app.line DEFAULT ''::text NOT NULL,
    lead_officer_email app.line DEFAULT ''::text NOT NULL,
    completed_by_name app.line DEFAULT ''::text NOT NULL,
    completed_by_position app.line DEFAULT ''::text NOT NULL,
    completed_by_telephone app.line DEFAULT ''::text NOT NULL,
    completed_by_email app.line DEFAULT ''::text NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT party_profile_aliases_few CHECK ((cardinality(aliases) <= 50)),
    CONSTRAINT party_profile_procedures_few CHECK ((cardinality(procedures) <= 50))
);
CREATE FUNCTION tenancy.own_profile() RETURNS SETOF tenancy.party_profile
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return query
    select f.* from tenancy.party_profile f
     where f.party_id
           = app.sealed_party(split_part(current_setting('onereturn.scope', true), '|', 1));
end $$;
CREATE FUNCTION tenancy.own_sight_number() RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return tenancy.sight_number(app.sealed_party('sight'));
end $$;
CREATE FUNCTION tenancy.propose_merge(p_code_hash bytea, p_this_stays boolean, p_counts jsonb, OUT outcome text, OUT merge_id uuid) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
  v_code tenancy.merge_code;
begin
  outcome := 'busy';
  perform from tenancy.party p where p.party_id = v_party for update;
  perform from tenancy.room_merge m where v_party in (m.stays_id, m.goes_id) and m.state = 'open';
  if found then
    return;
  end if;
  outcome := 'unknown';
  if not identity.count_use('merge', v_party::text, 20) then
    return;
  end if;
  select c.* into v_code from tenancy.merge_code c
    join tenancy.party p on p.party_id = c.room_id
   where c.code_hash = p_code_hash and c.ended_at is null and c.expires_at > clock_timestamp()
     and c.room_id <> v_party and p.status = 'active'
   for update of c, p;
  if not found or exists (select from tenancy.room_merge m
                           where v_code.room_id in (m.stays_id, m.goes_id) and m.state = 'open') then
    return;
  end if;
  update tenancy.merge_code c set ended_at = clock_timestamp() where c.code_hash = p_code_hash;
  insert into tenancy.room_merge as m (stays_id, goes_id, proposed_by, stays_counts, goes_counts)
  values (case when p_this_stays then v_party else v_code.room_id end,
          case when p_this_stays then v_code.room_id else v_party end, app.person(),
          case when p_this_stays then p_counts else v_code.counts end,
          case when p_this_stays then v_code.counts else p_counts end)
  returning m.merge_id into propose_merge.merge_id;
  outcome := 'proposed';
end $$;
CREATE FUNCTION tenancy.read_join(p_token_hash bytea) RETURNS TABLE(board_name text, name text, email text, has_account boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return query
    select f.name::text, j.name::text, l.email::text,
           exists (select from identity.person n where n.email = lower(l.email))
      from identity.link l
      join tenancy.join_request j on j.link_id = l.link_id
      join tenancy.party_profile f on f.party_id = j.board_id
     where l.link_id = identity.good_link(p_token_hash, 'join');
end $$;
CREATE FUNCTION tenancy.rooms_within() RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_self uuid := app.sealed_party('agency');
begin
  if app.job() is null then
    raise exception 'this is for a job' using errcode = 'OR001';
  end if;
  return query select p.party_id from tenancy.party p where p.merged_into = v_self order by p.party_id;
end $$;
CREATE FUNCTION tenancy.sight_number(p_party_id uuid) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN upper(regexp_replace(substr(encode(sha256(convert_to(('sight '::text || (p_party_id)::text), 'UTF8'::name)), 'hex'::text), 1, 12), '(....)(....)(....)'::text, '\1-\2-\3'::text));
CREATE FUNCTION tenancy.withdraw_merge(p_merge_id uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
  v_party uuid := identity.led_agency();
begin
  update tenancy.room_merge m
     set state = 'withdrawn', ended_at = clock_timestamp(), stays_counts = '{}', goes_counts = '{}'
   where m.merge_id = p_merge_id and v_party in (m.stays_id, m.goes_id) and m.state = 'open';
  return found;
end $$;
CREATE TABLE app.seal_key (
    only_one boolean DEFAULT true NOT NULL,
    key bytea NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT seal_key_length CHECK ((octet_length(key) = 32)),
    CONSTRAINT seal_key_only_one CHECK (only_one)
);
CREATE TABLE catalogue.box (
    template_code app.code NOT NULL,
    version app.version NOT NULL,
    box_no app.code NOT NULL,
    "position" integer NOT NULL,
    section_code app.code,
    item_code app.code,
    field app.line NOT NULL,
    content app.code NOT NULL,
    filled_by app.code NOT NULL,
    max_length integer,
    CONSTRAINT box_content CHECK (((content)::text = ANY (ARRAY['describes'::text, 'knows'::text, 'describes_then_knows'::text, 'evidence'::text, 'improvement'::text, 'rating'::text, 'detail'::text, 'text'::text]))),
    CONSTRAINT box_filled_by CHECK (((filled_by)::text = ANY (ARRAY['agency'::text, 'board'::text, 'agency_then_board'::text])))
);
CREATE TABLE catalogue.contact_role (
    role app.code NOT NULL,
    words app.line NOT NULL,
    rung app.code,
    "position" integer NOT NULL,
    CONSTRAINT contact_role_rung CHECK (((rung)::text = ANY (ARRAY['person'::text, 'lead'::text, 'board_member'::text])))
);
CREATE TABLE catalogue.entry_type (
    type app.code NOT NULL,
    words app.line NOT NULL,
    "position" integer NOT NULL,
    section11 boolean NOT NULL
);
CREATE TABLE catalogue.facet (
    facet_code app.code NOT NULL,
    requirement_code app.code NOT NULL
);
CREATE TABLE catalogue.framework_version (
    framework_code app.code NOT NULL,
    version app.version NOT NULL,
    name app.line NOT NULL,
    body app.document NOT NULL,
    hash app.sha256 NOT NULL,
    published_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE catalogue.item_facet (
    template_code app.code NOT NULL,
    template_version app.version NOT NULL,
    framework_code app.code NOT NULL,
    framework_version app.version NOT NULL,
    version app.version NOT NULL,
    item_code app.code NOT NULL,
    facet_code app.code NOT NULL
);
CREATE TABLE catalogue.mapping_version (
    template_code app.code NOT NULL,
    template_version app.version NOT NULL,
    framework_code app.code NOT NULL,
    framework_version app.version NOT NULL,
    version app.version NOT NULL,
    body app.document NOT NULL,
    hash app.sha256 NOT NULL,
    status app.code DEFAULT 'live'::text NOT NULL,
    published_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT mapping_version_status CHECK (((status)::text = ANY (ARRAY['live'::text, 'reviewed'::text, 'stale'::text, 'withdrawn'::text])))
);
CREATE TABLE catalogue.national_release (
    release_id uuid DEFAULT gen_random_uuid() NOT NULL,
    period app.code NOT NULL,
    body app.document NOT NULL,
    hash app.sha256 NOT NULL,
    published_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE catalogue.requirement (
    requirement_code app.code NOT NULL,
    framework_code app.code NOT NULL,
    since_version app.version NOT NULL,
    standard app.code NOT NULL,
    local_kind app.code,
    CONSTRAINT requirement_local_kind CHECK (((local_kind)::text = ANY (ARRAY['whole'::text, 'part'::text])))
);
CREATE TABLE catalogue.template_item (
    template_code app.code NOT NULL,
    version app.version NOT NULL,
    item_code app.code NOT NULL,
    "position" integer NOT NULL,
    section_code app.code NOT NULL,
    number app.code,
    essential boolean DEFAULT false NOT NULL,
    lineage_id app.code NOT NULL
);
CREATE TABLE catalogue.template_version (
    template_code app.code NOT NULL,
    version app.version NOT NULL,
    owner_party uuid,
    edition_of_code app.code,
    edition_of_version app.version,
    kind app.code NOT NULL,
    audience app.code DEFAULT 'public'::text NOT NULL,
    name app.line NOT NULL,
    body app.document NOT NULL,
    hash app.sha256 NOT NULL,
    published_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT template_version_edition_whole CHECK (((edition_of_code IS NULL) = (edition_of_version IS NULL))),
    CONSTRAINT template_version_kind CHECK (((kind)::text = ANY (ARRAY['narrative'::text, 'composed'::text, 'traffic-light'::text, 'board-grade'::text, 'self-grade'::text])))
);
CREATE TABLE directory.organisation (
    organisation_id uuid DEFAULT gen_random_uuid() NOT NULL,
    kind app.code NOT NULL,
    name app.line NOT NULL,
    urn app.code,
    ods app.code,
    force_code app.code,
    closed_on date,
    successor_id uuid
);
CREATE TABLE directory.receipt (
    code_hash app.sha256 NOT NULL,
    board_id uuid NOT NULL,
    board_name app.line NOT NULL,
    received_on date NOT NULL,
    version_no app.version NOT NULL,
    return_hash app.sha256 NOT NULL,
    state app.code DEFAULT 'delivered'::text NOT NULL,
    superseded_by app.version,
    superseded_on date,
    redacted integer DEFAULT 0 NOT NULL,
    CONSTRAINT receipt_redacted_counts CHECK ((redacted >= 0)),
    CONSTRAINT receipt_state CHECK (((state)::text = ANY (ARRAY['delivered'::text, 'received'::text, 'superseded'::text, 'declined'::text, 'withdrawn'::text]))),
    CONSTRAINT receipt_superseded_whole CHECK (((superseded_by IS NULL) = (superseded_on IS NULL)))
);
CREATE TABLE identity.action_mail (
    link_id uuid NOT NULL,
    board_id uuid NOT NULL,
    action_id uuid NOT NULL,
    title app.line NOT NULL,
    due_on date,
    contact_name app.line NOT NULL,
    said app.code DEFAULT ''::text NOT NULL,
    text app.paragraph DEFAULT ''::text NOT NULL,
    new_on date,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    answered_at timestamp with time zone,
    CONSTRAINT action_mail_said CHECK (((said)::text = ANY (ARRAY[''::text, 'done'::text, 'not_yet'::text])))
);
CREATE TABLE identity.client (
    client_id uuid DEFAULT gen_random_uuid() NOT NULL,
    party_id uuid NOT NULL,
    person_id uuid NOT NULL,
    name app.line NOT NULL,
    scopes text[] NOT NULL,
    issued_by uuid NOT NULL,
    issued_at timestamp with time zone DEFAULT now() NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by uuid,
    last_token_at timestamp with time zone,
    CONSTRAINT client_revoked_whole CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
    CONSTRAINT client_scopes_few CHECK (((cardinality(scopes) >= 1) AND (cardinality(scopes) <= 5))),
    CONSTRAINT client_scopes_known CHECK ((scopes <@ ARRAY['questions:read'::text, 'answers:write'::text, 'evidence:write'::text, 'submit'::text, 'deliveries:read'::text]))
);
CREATE TABLE identity.client_consent (
    consent_id uuid DEFAULT gen_random_uuid() NOT NULL,
    client_id uuid NOT NULL,
    membership_id uuid NOT NULL,
    program_membership_id uuid NOT NULL,
    name app.line NOT NULL,
    "position" app.line NOT NULL,
    statement app.paragraph NOT NULL,
    given_at timestamp with time zone DEFAULT now() NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT client_consent_ends_later CHECK ((ends_at > given_at))
);
CREATE TABLE identity.client_secret (
    client_id uuid NOT NULL,
    secret_hash app.sha256 NOT NULL,
    issued_by uuid NOT NULL,
    issued_at timestamp with time zone DEFAULT now() NOT NULL,
    ends_at timestamp with time zone
);
CREATE TABLE identity.colleague_invitation (
    invitation_id uuid DEFAULT gen_random_uuid() NOT NULL,
    party_id uuid NOT NULL,
    link_id uuid NOT NULL,
    email app.line NOT NULL,
    name app.line NOT NULL,
    role app.code NOT NULL,
    "position" app.line DEFAULT ''::text NOT NULL,
    unit_id uuid,
    standards text[],
    invited_by uuid NOT NULL,
    invited_at timestamp with time zone DEFAULT now() NOT NULL,
    accepted_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    CONSTRAINT colleague_invitation_role CHECK (((role)::text = ANY (ARRAY['contributor'::text, 'lead'::text, 'authoriser'::text, 'manager'::text, 'assistant'::text, 'chair'::text, 'member'::text, 'reviewer'::text]))),
    CONSTRAINT colleague_invitation_standards_few CHECK (((cardinality(standards) >= 1) AND (cardinality(standards) <= 50)))
);
CREATE TABLE identity.credential (
    person_id uuid NOT NULL,
    password_hash app.line NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT credential_is_argon2id CHECK (((password_hash)::text ~~ '$argon2id$%'::text))
);
CREATE TABLE identity.link (
    link_id uuid DEFAULT gen_random_uuid() NOT NULL,
    purpose app.code NOT NULL,
    person_id uuid,
    party_id uuid,
    ref uuid,
    email app.line DEFAULT ''::text NOT NULL,
    digest app.sha256,
    next_path app.line DEFAULT ''::text NOT NULL,
    lifetime interval NOT NULL,
    asked_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    tries integer DEFAULT 0 NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT link_lifetime CHECK (((lifetime > '00:00:00'::interval) AND (lifetime <= '90 days'::interval))),
    CONSTRAINT link_purpose CHECK (((purpose)::text = ANY (ARRAY['sign_in'::text, 'password'::text, 'half_way'::text, 'colleague'::text, 'email_leave'::text, 'email_change'::text, 'signing'::text, 'join'::text, 'action'::text])))
);
CREATE TABLE identity.link_token (
    token_hash app.sha256 NOT NULL,
    link_id uuid NOT NULL
);
CREATE TABLE identity.mail (
    mail_id uuid DEFAULT gen_random_uuid() NOT NULL,
    party_id uuid,
    kind app.code NOT NULL,
    email app.line,
    fields app.document DEFAULT '{}'::text NOT NULL,
    link_id uuid,
    queued_at timestamp with time zone DEFAULT now() NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    closed_at timestamp with time zone,
    refused app.line DEFAULT ''::text NOT NULL,
    return_path app.sha256,
    CONSTRAINT mail_address_shape CHECK (((email)::text ~ '^[^[:space:][:cntrl:]<>,;@]+@[^[:space:][:cntrl:]<>,;@]+$'::text))
);
CREATE TABLE identity.membership (
    membership_id uuid DEFAULT gen_random_uuid() NOT NULL,
    person_id uuid NOT NULL,
    party_id uuid NOT NULL,
    unit_id uuid,
    role app.code NOT NULL,
    "position" app.line DEFAULT ''::text NOT NULL,
    from_at timestamp with time zone DEFAULT now() NOT NULL,
    to_at timestamp with time zone,
    standards text[],
    CONSTRAINT membership_ends_after_start CHECK (((to_at IS NULL) OR (to_at >= from_at))),
    CONSTRAINT membership_role CHECK (((role)::text = ANY (ARRAY['contributor'::text, 'lead'::text, 'authoriser'::text, 'manager'::text, 'assistant'::text, 'chair'::text, 'member'::text, 'reviewer'::text, 'steward'::text, 'analyst'::text, 'operator'::text, 'childrens_lead'::text]))),
    CONSTRAINT membership_standards_few CHECK (((cardinality(standards) >= 1) AND (cardinality(standards) <= 50)))
);
CREATE TABLE identity.person (
    person_id uuid DEFAULT gen_random_uuid() NOT NULL,
    email app.line NOT NULL,
    display_name app.line NOT NULL,
    telephone app.line DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    disabled_at timestamp with time zone,
    CONSTRAINT person_email_shape CHECK ((((email)::text = lower((email)::text)) AND ((email)::text ~~ '%_@_%'::text)))
);
CREATE TABLE identity.recovery_code (
    person_id uuid NOT NULL,
    code_hash app.sha256 NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    used_at timestamp with time zone
);
CREATE TABLE identity.second_factor (
    person_id uuid NOT NULL,
    secret bytea NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint DEFAULT 0 NOT NULL,
    key_id app.code,
    CONSTRAINT second_factor_secret_length CHECK ((octet_length(secret) =
CASE
    WHEN (key_id IS NULL) THEN 20
    ELSE 60
END))
);
CREATE TABLE identity.session (
    token_hash app.sha256 NOT NULL,
    membership_id uuid NOT NULL,
    person_id uuid NOT NULL,
    party_id uuid NOT NULL,
    unit_id uuid,
    role app.code NOT NULL,
    kind app.code DEFAULT 'browser'::text NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    session_id uuid DEFAULT gen_random_uuid() NOT NULL,
    device app.line DEFAULT ''::text NOT NULL,
    two_factor boolean DEFAULT false NOT NULL,
    client_id uuid,
    scopes text[],
    seen_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT session_kind CHECK (((kind)::text = ANY (ARRAY['browser'::text, 'bearer'::text]))),
    CONSTRAINT session_scopes_few CHECK ((cardinality(scopes) <= 5))
);
CREATE TABLE identity.throttle (
    key_hash app.sha256 NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    first_failure_at timestamp with time zone DEFAULT now() NOT NULL,
    locked_until timestamp with time zone
)
WITH (fillfactor='85');
CREATE TABLE identity.told_of_answer (
    membership_id uuid NOT NULL,
    on_day date NOT NULL,
    about app.line DEFAULT ''::text NOT NULL
);
CREATE TABLE jobs.job (
    job_id uuid DEFAULT gen_random_uuid() NOT NULL,
    kind app.code NOT NULL,
    scope app.code NOT NULL,
    party_id uuid,
    source_tenant uuid,
    source_ref uuid,
    target_ref uuid,
    not_before timestamp with time zone DEFAULT now() NOT NULL,
    lease_until timestamp with time zone,
    fence bigint DEFAULT 0 NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    state app.code DEFAULT 'waiting'::text NOT NULL,
    reason app.line DEFAULT ''::text NOT NULL,
    announced_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    caused_by app.code DEFAULT app.request_ref(),
    CONSTRAINT job_caused_by CHECK (((caused_by)::text ~ '^[0-9a-f]{16}$'::text)),
    CONSTRAINT job_lease_while_running CHECK ((((state)::text = 'running'::text) = (lease_until IS NOT NULL))),
    CONSTRAINT job_party_unless_system CHECK (((party_id IS NULL) = ((scope)::text = ANY (ARRAY['system'::text, 'aggregate'::text])))),
    CONSTRAINT job_scope CHECK (((scope)::text = ANY (ARRAY['board'::text, 'agency'::text, 'delivery'::text, 'system'::text, 'aggregate'::text]))),
    CONSTRAINT job_source_whole CHECK ((((scope)::text <> 'delivery'::text) OR ((source_tenant IS NOT NULL) AND (source_ref IS NOT NULL) AND (target_ref IS NOT NULL)))),
    CONSTRAINT job_state CHECK (((state)::text = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'parked'::text])))
)
WITH (fillfactor='85');
CREATE TABLE jobs.kind (
    kind app.code NOT NULL,
    announced_from app.code NOT NULL,
    runs_as app.code NOT NULL,
    CONSTRAINT kind_announced_from CHECK (((announced_from)::text = ANY (ARRAY['board'::text, 'agency'::text, 'party'::text, 'system'::text]))),
    CONSTRAINT kind_runs_as CHECK (((runs_as)::text = ANY (ARRAY['board'::text, 'agency'::text, 'party'::text, 'delivery'::text, 'system'::text, 'aggregate'::text])))
);
CREATE TABLE jobs.paper_turn (
    party_id uuid NOT NULL,
    kind app.code NOT NULL,
    served_at timestamp with time zone NOT NULL
);
CREATE TABLE jobs.progress (
    party_id uuid NOT NULL,
    counted bigint DEFAULT 0 NOT NULL,
    wanted boolean DEFAULT true NOT NULL
);
CREATE TABLE jobs.trail (
    party_id uuid NOT NULL,
    sealed bigint NOT NULL,
    head app.sha256 NOT NULL,
    sealed_at timestamp with time zone DEFAULT now() NOT NULL,
    anchored bigint DEFAULT 0 NOT NULL,
    anchored_at timestamp with time zone,
    CONSTRAINT trail_positive CHECK (((sealed >= 1) AND (anchored >= 0) AND (anchored <= sealed)))
);
CREATE TABLE jobs.unsealed (
    party_id uuid NOT NULL,
    entry_no bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    gone_at timestamp with time zone
);
CREATE TABLE jobs.waking (
    party_id uuid NOT NULL,
    on_day date NOT NULL
);
CREATE TABLE jobs.waking_at (
    party_id uuid NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE tenancy.connection (
    board_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    joined_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT connection_between_two CHECK ((board_id <> agency_id))
);
CREATE TABLE tenancy.invitation (
    code_hash app.sha256 NOT NULL,
    board_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    agency_id uuid,
    CONSTRAINT invitation_accepted_by_one CHECK (((accepted_at IS NULL) = (agency_id IS NULL)))
);
CREATE TABLE tenancy.join_request (
    link_id uuid NOT NULL,
    board_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    organisation_id uuid,
    name app.line NOT NULL,
    asked_at timestamp with time zone DEFAULT now() NOT NULL,
    room_id uuid,
    room_membership_id uuid,
    agency_id uuid,
    unit_id uuid
);
CREATE TABLE tenancy.merge_code (
    code_hash app.sha256 NOT NULL,
    room_id uuid NOT NULL,
    made_by uuid NOT NULL,
    counts jsonb NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT merge_code_counts_small CHECK ((pg_column_size(counts) <= 65536))
);
CREATE TABLE tenancy.party (
    party_id uuid DEFAULT gen_random_uuid() NOT NULL,
    kind app.code NOT NULL,
    organisation_id uuid,
    status app.code DEFAULT 'active'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    merged_into uuid,
    CONSTRAINT party_kind CHECK (((kind)::text = ANY (ARRAY['board'::text, 'agency'::text, 'operator'::text, 'nation'::text, 'council'::text]))),
    CONSTRAINT party_merged_whole CHECK ((((status)::text = 'merged'::text) = (merged_into IS NOT NULL))),
    CONSTRAINT party_status CHECK (((status)::text = ANY (ARRAY['invited'::text, 'active'::text, 'leaving'::text, 'off_platform'::text, 'merged'::text])))
);
CREATE TABLE tenancy.room_merge (
    merge_id uuid DEFAULT gen_random_uuid() NOT NULL,
    stays_id uuid NOT NULL,
    goes_id uuid NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamp with time zone DEFAULT now() NOT NULL,
    stays_counts jsonb NOT NULL,
    goes_counts jsonb NOT NULL,
    stays_agreed_by uuid,
    stays_agreed_at timestamp with time zone,
    goes_agreed_by uuid,
    goes_agreed_at timestamp with time zone,
    shared_boards uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    state app.code DEFAULT 'open'::text NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT room_merge_counts_small CHECK (((pg_column_size(stays_counts) <= 65536) AND (pg_column_size(goes_counts) <= 65536))),
    CONSTRAINT room_merge_done_by_both CHECK ((((state)::text <> 'done'::text) OR ((stays_agreed_at IS NOT NULL) AND (goes_agreed_at IS NOT NULL)))),
    CONSTRAINT room_merge_ended_whole CHECK ((((state)::text = 'open'::text) = (ended_at IS NULL))),
    CONSTRAINT room_merge_of_two CHECK ((stays_id <> goes_id)),
    CONSTRAINT room_merge_state CHECK (((state)::text = ANY (ARRAY['open'::text, 'withdrawn'::text, 'done'::text])))
);
CREATE TABLE tenant.action (
    tenant_id uuid NOT NULL,
    action_id uuid DEFAULT gen_random_uuid() NOT NULL,
    agency_id uuid,
    source_kind app.code NOT NULL,
    source_ref uuid,
    return_id uuid,
    version_no app.version,
    area app.line DEFAULT ''::text NOT NULL,
    change app.paragraph DEFAULT ''::text NOT NULL,
    places app.paragraph DEFAULT ''::text NOT NULL,
    what app.paragraph NOT NULL,
    how app.paragraph DEFAULT ''::text NOT NULL,
    lead app.line DEFAULT ''::text NOT NULL,
    by_on date,
    progress app.paragraph DEFAULT ''::text NOT NULL,
    evidence app.paragraph DEFAULT ''::text NOT NULL,
    risks app.paragraph DEFAULT ''::text NOT NULL,
    scheme app.code NOT NULL,
    state app.code DEFAULT 'open'::text NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    entry_id uuid,
    unit_id uuid,
    template_code app.code,
    template_version app.version,
    point app.code,
    role app.code,
    said app.code DEFAULT ''::text NOT NULL,
    asked_again boolean DEFAULT false NOT NULL,
    with_person uuid,
    version app.version DEFAULT 1 NOT NULL,
    news_at timestamp with time zone,
    ended_at timestamp with time zone,
    offered boolean DEFAULT false NOT NULL,
    withheld boolean DEFAULT false NOT NULL,
    CONSTRAINT action_ended_whole CHECK ((((state)::text = ANY (ARRAY['verified'::text, 'closed'::text])) OR (ended_at IS NULL))),
    CONSTRAINT action_form_is_whole CHECK (((template_code IS NULL) = (template_version IS NULL))),
    CONSTRAINT action_keeps_the_link_with_the_agency CHECK ((((source_kind)::text <> ALL (ARRAY['commitment'::text, 'promise'::text])) OR (source_ref IS NULL))),
    CONSTRAINT action_point_has_its_role CHECK (((point IS NULL) = (role IS NULL))),
    CONSTRAINT action_role CHECK (((role)::text = ANY (ARRAY['complete'::text, 'on_track'::text, 'at_risk'::text, 'off_track'::text]))),
    CONSTRAINT action_said CHECK (((said)::text = ANY (ARRAY[''::text, 'under_way'::text, 'done'::text]))),
    CONSTRAINT action_source_kind CHECK (((source_kind)::text = ANY (ARRAY['commitment'::text, 'promise'::text, 'evaluation'::text, 'review'::text, 'hand'::text]))),
    CONSTRAINT action_state CHECK (((state)::text = ANY (ARRAY['open'::text, 'verified'::text, 'closed'::text, 'withdrawn'::text]))),
    CONSTRAINT action_unit_needs_agency CHECK (((unit_id IS NULL) OR (agency_id IS NOT NULL))),
    CONSTRAINT action_withheld_has_a_return CHECK (((NOT withheld) OR (return_id IS NOT NULL)))
);
ALTER TABLE ONLY tenant.action FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.action_evidence (
    tenant_id uuid NOT NULL,
    action_id uuid NOT NULL,
    status_no app.version NOT NULL,
    evidence_no integer NOT NULL,
    agency_id uuid,
    evidence_id uuid NOT NULL,
    evidence_version app.version NOT NULL,
    title app.line NOT NULL,
    kept_where app.paragraph,
    blob_sha256 app.sha256
);
ALTER TABLE ONLY tenant.action_evidence FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.action_evidence_opening (
    tenant_id uuid NOT NULL,
    opening_id uuid DEFAULT gen_random_uuid() NOT NULL,
    agency_id uuid NOT NULL,
    action_id uuid NOT NULL,
    status_no app.version NOT NULL,
    evidence_no integer NOT NULL,
    role app.code DEFAULT app.role() NOT NULL,
    opened_by uuid DEFAULT app.person() NOT NULL,
    opened_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY tenant.action_evidence_opening FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.action_link (
    tenant_id uuid NOT NULL,
    commitment_id uuid NOT NULL,
    board_id uuid NOT NULL,
    action_id uuid NOT NULL
);
ALTER TABLE ONLY tenant.action_link FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.action_status (
    tenant_id uuid NOT NULL,
    action_id uuid NOT NULL,
    status_no app.version NOT NULL,
    agency_id uuid,
    kind app.code NOT NULL,
    point app.code,
    text app.paragraph DEFAULT ''::text NOT NULL,
    by_name app.line NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    told app.paragraph DEFAULT ''::text NOT NULL,
    was_point app.code,
    was_on date,
    by_on date,
    said app.code DEFAULT ''::text NOT NULL,
    by_kind app.code DEFAULT 'board'::text NOT NULL,
    CONSTRAINT action_status_by_kind CHECK (((by_kind)::text = ANY (ARRAY['board'::text, 'agency'::text, 'link'::text]))),
    CONSTRAINT action_status_kind CHECK (((kind)::text = ANY (ARRAY['made'::text, 'progress'::text, 'status'::text, 'moved'::text, 'changed'::text, 'with'::text, 'mailed'::text, 'asked'::text, 'verified'::text, 'closed'::text, 'reopened'::text]))),
    CONSTRAINT action_status_said CHECK (((said)::text = ANY (ARRAY[''::text, 'under_way'::text, 'done'::text, 'not_yet'::text])))
);
ALTER TABLE ONLY tenant.action_status FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.answer (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    requirement_code app.code NOT NULL,
    level app.level,
    na_reason app.paragraph,
    modification_reason app.paragraph,
    mode app.code DEFAULT 'own'::text NOT NULL,
    inherited_version app.version,
    confirmed_by uuid,
    confirmed_at timestamp with time zone,
    version app.version DEFAULT 1 NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT answer_confirmed_whole CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL))),
    CONSTRAINT answer_inherits_a_version CHECK ((((mode)::text = 'inherits'::text) = (inherited_version IS NOT NULL))),
    CONSTRAINT answer_mode CHECK (((mode)::text = ANY (ARRAY['own'::text, 'inherits'::text]))),
    CONSTRAINT answer_na_has_no_level CHECK (((na_reason IS NULL) OR (level IS NULL)))
)
WITH (fillfactor='85');
ALTER TABLE ONLY tenant.answer FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.answer_part (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    requirement_code app.code NOT NULL,
    facet_code app.code NOT NULL,
    low app.level NOT NULL,
    high app.level NOT NULL,
    CONSTRAINT answer_part_interval CHECK (((low)::smallint <= (high)::smallint))
)
WITH (fillfactor='85');
ALTER TABLE ONLY tenant.answer_part FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.answer_text (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    requirement_code app.code NOT NULL,
    role app.code NOT NULL,
    facet_code app.code,
    facet_key text GENERATED ALWAYS AS (COALESCE((facet_code)::text, ''::text)) STORED NOT NULL,
    text app.paragraph NOT NULL,
    CONSTRAINT answer_text_role CHECK (((role)::text = ANY (ARRAY['describes'::text, 'knows'::text, 'improve'::text])))
)
WITH (fillfactor='85');
ALTER TABLE ONLY tenant.answer_text FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.answer_version (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    requirement_code app.code NOT NULL,
    version app.version NOT NULL,
    level app.level,
    na_reason app.paragraph,
    modification_reason app.paragraph,
    mode app.code NOT NULL,
    inherited_version app.version,
    confirmed boolean NOT NULL,
    texts jsonb DEFAULT '[]'::jsonb NOT NULL,
    parts jsonb,
    saved_by uuid NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tenant.answer_version FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.asking (
    tenant_id uuid NOT NULL,
    asking_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    audit_id uuid NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY tenant.asking FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.assignment (
    tenant_id uuid NOT NULL,
    assignment_id uuid DEFAULT gen_random_uuid() NOT NULL,
    unit_id uuid NOT NULL,
    place_kind app.code NOT NULL,
    place app.code NOT NULL,
    person_id uuid NOT NULL,
    note app.line DEFAULT ''::text NOT NULL,
    by_on date,
    given_by uuid NOT NULL,
    given_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT assignment_place_kind CHECK (((place_kind)::text = ANY (ARRAY['standard'::text, 'question'::text, 'section'::text])))
);
ALTER TABLE ONLY tenant.assignment FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.audit (
    tenant_id uuid NOT NULL,
    audit_id uuid DEFAULT gen_random_uuid() NOT NULL,
    kind app.code NOT NULL,
    title app.line NOT NULL,
    template_code app.code NOT NULL,
    template_version app.version NOT NULL,
    period app.code NOT NULL,
    opens_on date,
    mode app.code DEFAULT 'single'::text NOT NULL,
    due_on date,
    opened_by uuid,
    CONSTRAINT audit_mode CHECK (((mode)::text = ANY (ARRAY['wave'::text, 'rolling'::text, 'single'::text]))),
    CONSTRAINT audit_wave_has_a_day CHECK ((((mode)::text <> 'wave'::text) OR (due_on IS NOT NULL)))
);
ALTER TABLE ONLY tenant.audit FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.audit_count (
    tenant_id uuid NOT NULL,
    audit_id uuid NOT NULL,
    awaited integer DEFAULT 0 NOT NULL,
    to_evaluate integer DEFAULT 0 NOT NULL,
    sent_back integer DEFAULT 0 NOT NULL,
    evaluated integer DEFAULT 0 NOT NULL,
    signed_off integer DEFAULT 0 NOT NULL,
    left_out integer DEFAULT 0 NOT NULL,
    withdrawn integer DEFAULT 0 NOT NULL
)
WITH (fillfactor='85');
ALTER TABLE ONLY tenant.audit_count FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.audit_entry (
    tenant_id uuid NOT NULL,
    entry_no bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    person_id uuid,
    role app.code,
    job_id uuid,
    what app.code NOT NULL,
    subject_kind app.code DEFAULT ''::text NOT NULL,
    subject_ref app.line DEFAULT ''::text NOT NULL,
    facts jsonb DEFAULT '{}'::jsonb NOT NULL,
    payload app.paragraph,
    payload_salt bytea,
    payload_digest app.sha256,
    request_ref app.line DEFAULT app.request_ref(),
    business_at timestamp with time zone DEFAULT app.business_time(),
    CONSTRAINT audit_entry_by_somebody CHECK (((person_id IS NOT NULL) OR (job_id IS NOT NULL))),
    CONSTRAINT audit_entry_facts_small CHECK ((pg_column_size(facts) <= 8192)),
    CONSTRAINT audit_entry_salt_length CHECK ((octet_length(payload_salt) = 16))
);
ALTER TABLE ONLY tenant.audit_entry FORCE ROW LEVEL SECURITY;
ALTER TABLE tenant.audit_entry ALTER COLUMN entry_no ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME tenant.audit_entry_entry_no_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE tenant.audit_seal (
    tenant_id uuid NOT NULL,
    chain_no bigint NOT NULL,
    entry_no bigint NOT NULL,
    hash app.sha256 NOT NULL,
    sealed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT audit_seal_positive CHECK ((chain_no >= 1))
);
ALTER TABLE ONLY tenant.audit_seal FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.board_answer (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    board_id uuid NOT NULL,
    requirement_code app.code NOT NULL,
    level app.level,
    na_reason app.paragraph,
    describes app.paragraph DEFAULT ''::text NOT NULL,
    knows app.paragraph DEFAULT ''::text NOT NULL,
    improve app.paragraph DEFAULT ''::text NOT NULL,
    version app.version DEFAULT 1 NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed_at timestamp with time zone,
    CONSTRAINT board_answer_na_has_no_level CHECK (((na_reason IS NULL) OR (level IS NULL)))
)
WITH (fillfactor='85');
ALTER TABLE ONLY tenant.board_answer FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.board_answer_version (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    board_id uuid NOT NULL,
    requirement_code app.code NOT NULL,
    version app.version NOT NULL,
    level app.level,
    na_reason app.paragraph,
    describes app.paragraph NOT NULL,
    knows app.paragraph NOT NULL,
    improve app.paragraph NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed boolean DEFAULT false NOT NULL
);
ALTER TABLE ONLY tenant.board_answer_version FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.board_box (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    request_id uuid NOT NULL,
    board_id uuid NOT NULL,
    box_no app.code NOT NULL,
    kind app.code NOT NULL,
    text app.paragraph DEFAULT ''::text NOT NULL,
    level app.level,
    point app.code,
    na_reason app.paragraph,
    reason app.paragraph,
    mode app.code DEFAULT 'own'::text NOT NULL,
    inherited_version app.version,
    version app.version DEFAULT 1 NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed_at timestamp with time zone,
    CONSTRAINT board_box_decision_is_no_draft CHECK ((((kind)::text = ANY (ARRAY['direct'::text, 'residual'::text])) OR (confirmed_at IS NOT NULL))),
    CONSTRAINT board_box_inherits_a_version CHECK ((((mode)::text = 'inherits'::text) = (inherited_version IS NOT NULL))),
    CONSTRAINT board_box_kind CHECK (((kind)::text = ANY (ARRAY['direct'::text, 'residual'::text, 'choice'::text, 'override'::text]))),
    CONSTRAINT board_box_mode CHECK (((mode)::text = ANY (ARRAY['own'::text, 'inherits'::text]))),
    CONSTRAINT board_box_na_has_no_level CHECK (((na_reason IS NULL) OR ((level IS NULL) AND (point IS NULL)))),
    CONSTRAINT board_box_override_has_a_reason CHECK ((((kind)::text <> 'override'::text) OR (reason IS NOT NULL)))
)
WITH (fillfactor='85');
ALTER TABLE ONLY tenant.board_box FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.board_box_version (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    request_id uuid NOT NULL,
    board_id uuid NOT NULL,
    box_no app.code NOT NULL,
    kind app.code NOT NULL,
    version app.version NOT NULL,
    text app.paragraph NOT NULL,
    level app.level,
    point app.code,
    na_reason app.paragraph,
    reason app.paragraph,
    saved_by uuid NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed boolean DEFAULT false NOT NULL
);
ALTER TABLE ONLY tenant.board_box_version FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.box_source (
    tenant_id uuid NOT NULL,
    return_id uuid NOT NULL,
    version_no app.version NOT NULL,
    box_no app.code NOT NULL,
    source_no integer NOT NULL,
    agency_id uuid,
    kind app.code NOT NULL,
    requirement_code app.code,
    item_code app.code,
    answer_version app.version,
    confirmed_on date,
    rule app.line NOT NULL,
    interval_low app.level,
    interval_high app.level,
    chosen_by app.line,
    reason app.paragraph,
    CONSTRAINT box_source_interval CHECK ((((interval_low)::smallint <= (interval_high)::smallint) AND ((interval_low IS NULL) = (interval_high IS NULL)))),
    CONSTRAINT box_source_kind CHECK (((kind)::text = ANY (ARRAY['answer'::text, 'local'::text, 'residual'::text, 'direct'::text, 'choice'::text, 'override'::text, 'detail'::text, 'evidence'::text, 'commitment'::text, 'same_as'::text, 'rule'::text])))
);
ALTER TABLE ONLY tenant.box_source FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.chase_decision (
    tenant_id uuid NOT NULL,
    step_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    decision_no app.version NOT NULL,
    what app.code NOT NULL,
    decided_by app.line NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    CONSTRAINT chase_decision_what CHECK (((what)::text = ANY (ARRAY['stop'::text, 'go'::text, 'approve'::text])))
);
ALTER TABLE ONLY tenant.chase_decision FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.chase_item (
    tenant_id uuid NOT NULL,
    mail_id uuid NOT NULL,
    item_no integer NOT NULL,
    step_id uuid NOT NULL,
    step_version app.version NOT NULL,
    about app.code NOT NULL,
    subject_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    dropped app.code,
    due_on date NOT NULL,
    CONSTRAINT chase_item_dropped CHECK (((dropped)::text = ANY (ARRAY['done'::text, 'moved'::text, 'stopped'::text, 'paused'::text, 'late'::text, 'address'::text])))
);
ALTER TABLE ONLY tenant.chase_item FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.chase_mail (
    tenant_id uuid NOT NULL,
    mail_id uuid NOT NULL,
    on_day date NOT NULL,
    email app.line NOT NULL,
    name app.line NOT NULL,
    contact_id uuid,
    rung app.code NOT NULL,
    state app.code DEFAULT 'queued'::text NOT NULL,
    reason app.line DEFAULT ''::text NOT NULL,
    subject app.line DEFAULT ''::text NOT NULL,
    body app.paragraph DEFAULT ''::text NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    came_back_at timestamp with time zone,
    CONSTRAINT chase_mail_state CHECK (((state)::text = ANY (ARRAY['queued'::text, 'sent'::text, 'refused'::text, 'bounced'::text, 'stopped'::text])))
);
ALTER TABLE ONLY tenant.chase_mail FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.chase_pause (
    tenant_id uuid NOT NULL,
    pause_id uuid DEFAULT gen_random_uuid() NOT NULL,
    entry_id uuid,
    step_id uuid,
    reason app.line DEFAULT ''::text NOT NULL,
    paused_by app.line NOT NULL,
    paused_at timestamp with time zone NOT NULL,
    ended_by app.line,
    ended_at timestamp with time zone,
    CONSTRAINT chase_pause_ends_whole CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
    CONSTRAINT chase_pause_of_one_thing CHECK (((entry_id IS NULL) OR (step_id IS NULL)))
);
ALTER TABLE ONLY tenant.chase_pause FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.chase_setting (
    tenant_id uuid NOT NULL,
    version app.version NOT NULL,
    is_on boolean NOT NULL,
    from_minute integer NOT NULL,
    until_minute integer NOT NULL,
    weekdays smallint[] NOT NULL,
    changed_by app.line NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT chase_setting_hours CHECK (((from_minute >= 360) AND (until_minute <= 1260) AND ((until_minute - from_minute) >= 60))),
    CONSTRAINT chase_setting_weekdays CHECK ((((cardinality(weekdays) >= 1) AND (cardinality(weekdays) <= 7)) AND (weekdays <@ ARRAY[(1)::smallint, (2)::smallint, (3)::smallint, (4)::smallint, (5)::smallint, (6)::smallint, (7)::smallint])))
);
ALTER TABLE ONLY tenant.chase_setting FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.chase_step (
    tenant_id uuid NOT NULL,
    step_id uuid NOT NULL,
    version app.version NOT NULL,
    about app.code NOT NULL,
    days integer NOT NULL,
    at_minute integer NOT NULL,
    rung app.code NOT NULL,
    name app.line NOT NULL,
    subject app.line NOT NULL,
    body app.paragraph NOT NULL,
    needs_approval boolean NOT NULL,
    is_removed boolean DEFAULT false NOT NULL,
    saved_by app.line NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT chase_step_about CHECK (((about)::text = ANY (ARRAY['return'::text, 'action'::text, 'plan'::text, 'evidence'::text]))),
    CONSTRAINT chase_step_days CHECK (((days >= '-365'::integer) AND (days <= 365))),
    CONSTRAINT chase_step_minute CHECK (((at_minute >= 0) AND (at_minute <= 1439))),
    CONSTRAINT chase_step_rung CHECK (((rung)::text = ANY (ARRAY['person'::text, 'lead'::text, 'board_member'::text, 'chair'::text])))
);
ALTER TABLE ONLY tenant.chase_step FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.citation (
    tenant_id uuid NOT NULL,
    citation_id uuid DEFAULT gen_random_uuid() NOT NULL,
    evidence_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    requirement_code app.code,
    request_id uuid,
    board_id uuid,
    box_no app.code,
    cited_by uuid NOT NULL,
    cited_at timestamp with time zone DEFAULT now() NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT citation_of_answer_or_box CHECK ((((requirement_code IS NOT NULL) AND (request_id IS NULL) AND (board_id IS NULL) AND (box_no IS NULL)) OR ((requirement_code IS NULL) AND (request_id IS NOT NULL) AND (board_id IS NOT NULL) AND (box_no IS NOT NULL))))
);
ALTER TABLE ONLY tenant.citation FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.commitment (
    tenant_id uuid NOT NULL,
    commitment_id uuid DEFAULT gen_random_uuid() NOT NULL,
    unit_id uuid NOT NULL,
    board_id uuid,
    what app.paragraph NOT NULL,
    how app.paragraph DEFAULT ''::text NOT NULL,
    lead app.line DEFAULT ''::text NOT NULL,
    by_on date,
    area app.line DEFAULT ''::text NOT NULL,
    change app.paragraph DEFAULT ''::text NOT NULL,
    progress app.paragraph DEFAULT ''::text NOT NULL,
    evidence app.paragraph DEFAULT ''::text NOT NULL,
    risks app.paragraph DEFAULT ''::text NOT NULL,
    state app.code DEFAULT 'open'::text NOT NULL,
    version app.version DEFAULT 1 NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT commitment_state CHECK (((state)::text = ANY (ARRAY['open'::text, 'done'::text, 'withdrawn'::text])))
);
ALTER TABLE ONLY tenant.commitment FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.commitment_subject (
    tenant_id uuid NOT NULL,
    subject_id uuid DEFAULT gen_random_uuid() NOT NULL,
    commitment_id uuid NOT NULL,
    requirement_code app.code,
    request_id uuid,
    board_id uuid,
    item_no app.code,
    CONSTRAINT commitment_subject_of_answer_or_item CHECK ((((requirement_code IS NOT NULL) AND (request_id IS NULL) AND (board_id IS NULL) AND (item_no IS NULL)) OR ((requirement_code IS NULL) AND (request_id IS NOT NULL) AND (board_id IS NOT NULL) AND (item_no IS NOT NULL))))
);
ALTER TABLE ONLY tenant.commitment_subject FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.commitment_version (
    tenant_id uuid NOT NULL,
    commitment_id uuid NOT NULL,
    version app.version NOT NULL,
    what app.paragraph NOT NULL,
    how app.paragraph NOT NULL,
    lead app.line NOT NULL,
    by_on date,
    area app.line NOT NULL,
    change app.paragraph NOT NULL,
    progress app.paragraph NOT NULL,
    evidence app.paragraph NOT NULL,
    risks app.paragraph NOT NULL,
    state app.code NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tenant.commitment_version FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.common_box (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    board_id uuid NOT NULL,
    template_code app.code NOT NULL,
    box_no app.code NOT NULL,
    text app.paragraph DEFAULT ''::text NOT NULL,
    version app.version DEFAULT 1 NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tenant.common_box FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.common_box_version (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    board_id uuid NOT NULL,
    template_code app.code NOT NULL,
    box_no app.code NOT NULL,
    version app.version NOT NULL,
    text app.paragraph NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tenant.common_box_version FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.contact (
    tenant_id uuid NOT NULL,
    contact_id uuid DEFAULT gen_random_uuid() NOT NULL,
    entry_id uuid,
    name app.line NOT NULL,
    "position" app.line DEFAULT ''::text NOT NULL,
    email app.line DEFAULT ''::text NOT NULL,
    telephone app.line DEFAULT ''::text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    role app.code DEFAULT 'section11_lead'::text NOT NULL,
    agency_id uuid,
    replaces_id uuid,
    added_from app.code DEFAULT COALESCE(app.scope(), 'board'::text) NOT NULL,
    added_by app.line DEFAULT ''::text NOT NULL,
    added_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_from app.code,
    ended_by app.line,
    ended_at timestamp with time zone,
    ended_because app.code,
    bounced_at timestamp with time zone,
    bounce_reason app.line DEFAULT ''::text NOT NULL,
    CONSTRAINT contact_added_from CHECK (((added_from)::text = ANY (ARRAY['board'::text, 'agency'::text]))),
    CONSTRAINT contact_agency_needs_entry CHECK (((agency_id IS NULL) OR (entry_id IS NOT NULL))),
    CONSTRAINT contact_ended_because CHECK (((ended_because)::text = ANY (ARRAY['left'::text, 'corrected'::text, 'removed'::text]))),
    CONSTRAINT contact_ended_from CHECK (((ended_from)::text = ANY (ARRAY['board'::text, 'agency'::text]))),
    CONSTRAINT contact_ends_after_start CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
ALTER TABLE ONLY tenant.contact FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.contact_confirmation (
    tenant_id uuid NOT NULL,
    confirmation_id uuid DEFAULT gen_random_uuid() NOT NULL,
    entry_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    confirmed_by app.line NOT NULL,
    confirmed_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY tenant.contact_confirmation FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.delivery (
    tenant_id uuid NOT NULL,
    submission_id uuid NOT NULL,
    request_id uuid NOT NULL,
    board_id uuid NOT NULL,
    channel app.code DEFAULT 'service'::text NOT NULL,
    way app.code NOT NULL,
    template_code app.code NOT NULL,
    template_version app.version NOT NULL,
    framework_code app.code,
    framework_version app.version,
    mapping_version app.version,
    state app.code DEFAULT 'queued'::text NOT NULL,
    result_hash app.sha256,
    return_id uuid,
    version_no app.version,
    delivered_at timestamp with time zone,
    parts text[],
    CONSTRAINT delivery_channel CHECK (((channel)::text = ANY (ARRAY['service'::text, 'document'::text]))),
    CONSTRAINT delivery_delivered_whole CHECK (((((state)::text = 'delivered'::text) = (delivered_at IS NOT NULL)) AND (((state)::text = 'delivered'::text) = (result_hash IS NOT NULL)))),
    CONSTRAINT delivery_parts_few CHECK ((cardinality(parts) <= 200)),
    CONSTRAINT delivery_state CHECK (((state)::text = ANY (ARRAY['queued'::text, 'delivered'::text, 'withdrawn'::text]))),
    CONSTRAINT delivery_way CHECK (((way)::text = ANY (ARRAY['canonical'::text, 'own_form'::text])))
)
WITH (fillfactor='85');
ALTER TABLE ONLY tenant.delivery FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.entry_type (
    tenant_id uuid NOT NULL,
    type app.code NOT NULL,
    words app.line NOT NULL,
    months integer,
    section11 boolean DEFAULT false NOT NULL,
    version app.version DEFAULT 1 NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT entry_type_months CHECK (((months >= 1) AND (months <= 120)))
);
ALTER TABLE ONLY tenant.entry_type FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evaluation (
    tenant_id uuid NOT NULL,
    evaluation_id uuid DEFAULT gen_random_uuid() NOT NULL,
    return_id uuid NOT NULL,
    version_no app.version NOT NULL,
    state app.code DEFAULT 'open'::text NOT NULL,
    started_by uuid NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    summary app.paragraph DEFAULT ''::text NOT NULL,
    releases integer DEFAULT 0 NOT NULL,
    carried_from app.version,
    CONSTRAINT evaluation_carried_from_before CHECK (((carried_from)::integer < (version_no)::integer)),
    CONSTRAINT evaluation_state CHECK (((state)::text = ANY (ARRAY['open'::text, 'second_look'::text, 'agreed'::text, 'returned'::text, 'finished'::text, 'withdrawn'::text])))
);
ALTER TABLE ONLY tenant.evaluation FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evaluation_box (
    tenant_id uuid NOT NULL,
    evaluation_id uuid NOT NULL,
    box_no app.code NOT NULL,
    version app.version NOT NULL,
    grade app.code,
    comment app.paragraph DEFAULT ''::text NOT NULL,
    by_person uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    not_applicable boolean DEFAULT false NOT NULL,
    reason app.paragraph DEFAULT ''::text NOT NULL,
    how app.code DEFAULT 'graded'::text NOT NULL,
    why app.paragraph DEFAULT ''::text NOT NULL,
    CONSTRAINT evaluation_box_how CHECK (((how)::text = ANY (ARRAY['graded'::text, 'carried'::text, 'second_look'::text]))),
    CONSTRAINT evaluation_box_one_judgement CHECK ((NOT (not_applicable AND (grade IS NOT NULL))))
);
ALTER TABLE ONLY tenant.evaluation_box FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evaluation_look (
    tenant_id uuid NOT NULL,
    evaluation_id uuid NOT NULL,
    look_no integer NOT NULL,
    words app.paragraph DEFAULT ''::text NOT NULL,
    sent_by uuid NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    outcome app.code,
    answer app.paragraph DEFAULT ''::text NOT NULL,
    closed_by uuid,
    closed_at timestamp with time zone,
    CONSTRAINT evaluation_look_by_another CHECK ((((outcome)::text <> 'agreed'::text) OR (closed_by <> sent_by))),
    CONSTRAINT evaluation_look_closed_whole CHECK ((((outcome IS NULL) = (closed_at IS NULL)) AND ((outcome IS NULL) = (closed_by IS NULL)))),
    CONSTRAINT evaluation_look_outcome CHECK (((outcome)::text = ANY (ARRAY['agreed'::text, 'handed_back'::text, 'taken_back'::text])))
);
ALTER TABLE ONLY tenant.evaluation_look FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evaluation_presence (
    tenant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    evaluation_id uuid NOT NULL,
    box_no app.code NOT NULL,
    seen_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY tenant.evaluation_presence FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evaluation_release (
    tenant_id uuid NOT NULL,
    release_id uuid DEFAULT gen_random_uuid() NOT NULL,
    evaluation_id uuid NOT NULL,
    agency_id uuid,
    body app.document NOT NULL,
    hash app.sha256 NOT NULL,
    released_by uuid NOT NULL,
    released_at timestamp with time zone DEFAULT now() NOT NULL,
    return_id uuid NOT NULL,
    version_no app.version NOT NULL,
    release_no app.version DEFAULT 1 NOT NULL
);
ALTER TABLE ONLY tenant.evaluation_release FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evaluation_setting (
    tenant_id uuid NOT NULL,
    second_look boolean DEFAULT false NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY tenant.evaluation_setting FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evaluation_task (
    tenant_id uuid NOT NULL,
    task_id uuid DEFAULT gen_random_uuid() NOT NULL,
    return_id uuid NOT NULL,
    section app.code DEFAULT ''::text NOT NULL,
    person_id uuid NOT NULL,
    given_by uuid NOT NULL,
    given_at timestamp with time zone NOT NULL,
    ended_by uuid,
    ended_at timestamp with time zone,
    CONSTRAINT evaluation_task_ended_whole CHECK (((ended_by IS NULL) = (ended_at IS NULL)))
);
ALTER TABLE ONLY tenant.evaluation_task FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evaluator_setting (
    tenant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    keys boolean DEFAULT false NOT NULL
);
ALTER TABLE ONLY tenant.evaluator_setting FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evidence (
    tenant_id uuid NOT NULL,
    evidence_id uuid DEFAULT gen_random_uuid() NOT NULL,
    title app.line NOT NULL,
    blob_sha256 app.sha256,
    file_name app.line,
    media_type app.line,
    size_bytes bigint,
    kept_where app.paragraph,
    effective_on date,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_on date,
    version app.version DEFAULT 1 NOT NULL,
    withdrawn_at timestamp with time zone,
    names_reason app.paragraph,
    unit_id uuid DEFAULT app.unit(),
    CONSTRAINT evidence_is_somewhere CHECK (((blob_sha256 IS NOT NULL) OR (kept_where IS NOT NULL)))
);
ALTER TABLE ONLY tenant.evidence FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evidence_blob (
    tenant_id uuid NOT NULL,
    blob_sha256 app.sha256 NOT NULL,
    blob_id uuid DEFAULT gen_random_uuid() NOT NULL,
    size_bytes bigint NOT NULL,
    media_type app.line NOT NULL,
    scan app.code DEFAULT 'pending'::text NOT NULL,
    found app.line,
    stored_at timestamp with time zone DEFAULT now() NOT NULL,
    scanned_at timestamp with time zone,
    leaving_at timestamp with time zone,
    CONSTRAINT evidence_blob_found CHECK (((found IS NULL) OR ((scan)::text = 'blocked'::text))),
    CONSTRAINT evidence_blob_scan CHECK (((scan)::text = ANY (ARRAY['pending'::text, 'clean'::text, 'blocked'::text, 'leaving'::text, 'gone'::text]))),
    CONSTRAINT evidence_blob_size CHECK (((size_bytes >= 1) AND (size_bytes <= 26214400)))
);
ALTER TABLE ONLY tenant.evidence_blob FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evidence_grant (
    tenant_id uuid NOT NULL,
    evidence_id uuid NOT NULL,
    board_id uuid NOT NULL,
    granted_by uuid NOT NULL,
    granted_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone
);
ALTER TABLE ONLY tenant.evidence_grant FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evidence_reminder (
    tenant_id uuid NOT NULL,
    evidence_id uuid NOT NULL,
    expires_on date NOT NULL,
    stage app.code NOT NULL,
    sent_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT evidence_reminder_stage CHECK (((stage)::text = ANY (ARRAY['soon'::text, 'over'::text])))
);
ALTER TABLE ONLY tenant.evidence_reminder FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evidence_sample (
    tenant_id uuid NOT NULL,
    sample_id uuid NOT NULL,
    audit_id uuid,
    return_id uuid,
    seed app.line NOT NULL,
    seed_entered boolean NOT NULL,
    by_percent boolean NOT NULL,
    amount integer NOT NULL,
    population integer NOT NULL,
    size integer NOT NULL,
    drawn_by uuid DEFAULT app.person() NOT NULL,
    drawn_at timestamp with time zone NOT NULL,
    CONSTRAINT evidence_sample_amount CHECK (((amount >= 1) AND (amount <=
CASE
    WHEN by_percent THEN 100
    ELSE 1000
END))),
    CONSTRAINT evidence_sample_of_one_thing CHECK ((num_nonnulls(audit_id, return_id) = 1)),
    CONSTRAINT evidence_sample_seed CHECK (((seed)::text <> ''::text)),
    CONSTRAINT evidence_sample_size CHECK (((size >= 1) AND (size <= population)))
);
ALTER TABLE ONLY tenant.evidence_sample FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evidence_sample_piece (
    tenant_id uuid NOT NULL,
    sample_id uuid NOT NULL,
    return_id uuid NOT NULL,
    version_no app.version NOT NULL,
    evidence_no integer NOT NULL,
    place integer NOT NULL,
    drawn boolean NOT NULL,
    CONSTRAINT evidence_sample_piece_place CHECK ((place >= 1))
);
ALTER TABLE ONLY tenant.evidence_sample_piece FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evidence_sample_result (
    tenant_id uuid NOT NULL,
    sample_id uuid NOT NULL,
    return_id uuid NOT NULL,
    evidence_no integer NOT NULL,
    result_no app.version NOT NULL,
    outcome app.code NOT NULL,
    note app.paragraph DEFAULT ''::text NOT NULL,
    by_person uuid DEFAULT app.person() NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT evidence_sample_result_outcome CHECK (((outcome)::text = ANY (ARRAY['supports'::text, 'partly'::text, 'does_not'::text, 'not_seen'::text])))
);
ALTER TABLE ONLY tenant.evidence_sample_result FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.evidence_version (
    tenant_id uuid NOT NULL,
    evidence_id uuid NOT NULL,
    version app.version NOT NULL,
    title app.line NOT NULL,
    blob_sha256 app.sha256,
    file_name app.line,
    media_type app.line,
    size_bytes bigint,
    kept_where app.paragraph,
    effective_on date,
    expires_on date,
    saved_by uuid NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    names_reason app.paragraph
);
ALTER TABLE ONLY tenant.evidence_version FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.explanation (
    tenant_id uuid NOT NULL,
    explanation_id uuid DEFAULT gen_random_uuid() NOT NULL,
    unit_id uuid NOT NULL,
    request_id uuid NOT NULL,
    board_id uuid NOT NULL,
    rule app.code NOT NULL,
    subject app.line DEFAULT ''::text NOT NULL,
    text app.paragraph NOT NULL,
    by_person uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tenant.explanation FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.export_right (
    tenant_id uuid NOT NULL,
    right_id uuid DEFAULT gen_random_uuid() NOT NULL,
    person_id uuid NOT NULL,
    granted_by uuid DEFAULT app.person() NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    ended_by uuid,
    ended_at timestamp with time zone,
    CONSTRAINT export_right_ended_whole CHECK (((ended_by IS NULL) = (ended_at IS NULL)))
);
ALTER TABLE ONLY tenant.export_right FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.guidance (
    tenant_id uuid NOT NULL,
    guidance_id uuid NOT NULL,
    template_code app.code NOT NULL,
    template_version app.version NOT NULL,
    item_code app.code NOT NULL,
    latest_version app.version DEFAULT 1 NOT NULL,
    thread_id uuid,
    made_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by uuid,
    CONSTRAINT guidance_withdrawn_whole CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
);
ALTER TABLE ONLY tenant.guidance FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.guidance_version (
    tenant_id uuid NOT NULL,
    guidance_id uuid NOT NULL,
    version_no app.version NOT NULL,
    question app.paragraph NOT NULL,
    answer app.paragraph NOT NULL,
    by_name app.line NOT NULL,
    by_person uuid DEFAULT app.person() NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT guidance_version_answers CHECK (((answer)::text <> ''::text)),
    CONSTRAINT guidance_version_asks CHECK (((question)::text <> ''::text))
);
ALTER TABLE ONLY tenant.guidance_version FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.idempotency (
    tenant_id uuid NOT NULL,
    key app.line NOT NULL,
    route app.line NOT NULL,
    body_sha256 app.sha256 NOT NULL,
    answer app.document,
    at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tenant.idempotency FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.inherited_answer (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    requirement_code app.code NOT NULL,
    from_unit_id uuid NOT NULL,
    from_version app.version NOT NULL,
    describes app.paragraph DEFAULT ''::text NOT NULL,
    knows app.paragraph DEFAULT ''::text NOT NULL,
    improve app.paragraph DEFAULT ''::text NOT NULL,
    CONSTRAINT inherited_answer_from_another CHECK ((from_unit_id <> unit_id))
);
ALTER TABLE ONLY tenant.inherited_answer FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.inherited_box (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    request_id uuid NOT NULL,
    box_no app.code NOT NULL,
    kind app.code DEFAULT 'direct'::text NOT NULL,
    from_unit_id uuid NOT NULL,
    from_version app.version NOT NULL,
    here app.paragraph DEFAULT ''::text NOT NULL,
    CONSTRAINT inherited_box_kind CHECK (((kind)::text = 'direct'::text))
);
ALTER TABLE ONLY tenant.inherited_box FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.lead_officer (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    board_id uuid NOT NULL,
    name app.line NOT NULL,
    "position" app.line DEFAULT ''::text NOT NULL,
    telephone app.line DEFAULT ''::text NOT NULL,
    email app.line DEFAULT ''::text NOT NULL
);
ALTER TABLE ONLY tenant.lead_officer FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.mapping_draft (
    tenant_id uuid NOT NULL,
    template_code app.code NOT NULL,
    template_version app.version NOT NULL,
    framework_code app.code NOT NULL,
    framework_version app.version NOT NULL,
    body app.document NOT NULL,
    updated_by uuid NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tenant.mapping_draft FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.merged_answer (
    tenant_id uuid NOT NULL,
    merged_id uuid DEFAULT gen_random_uuid() NOT NULL,
    unit_id uuid NOT NULL,
    kind app.code NOT NULL,
    requirement_code app.code,
    board_id uuid,
    box_no app.code,
    version app.version NOT NULL,
    level app.level,
    na_reason app.paragraph,
    describes app.paragraph DEFAULT ''::text NOT NULL,
    knows app.paragraph DEFAULT ''::text NOT NULL,
    improve app.paragraph DEFAULT ''::text NOT NULL,
    from_room app.line NOT NULL,
    merged_at timestamp with time zone DEFAULT now() NOT NULL,
    settled_by uuid,
    settled_at timestamp with time zone,
    CONSTRAINT merged_answer_kind CHECK (((kind)::text = ANY (ARRAY['answer'::text, 'for_board'::text, 'common_words'::text]))),
    CONSTRAINT merged_answer_settled_whole CHECK (((settled_by IS NULL) = (settled_at IS NULL)))
);
ALTER TABLE ONLY tenant.merged_answer FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.plan (
    tenant_id uuid NOT NULL,
    plan_id uuid DEFAULT gen_random_uuid() NOT NULL,
    audit_id uuid,
    title app.line NOT NULL,
    ratified_by app.line,
    ratified_on date,
    minute_ref app.line,
    agency_id uuid,
    return_id uuid,
    words app.paragraph DEFAULT ''::text NOT NULL,
    due_on date,
    asked_by uuid,
    asked_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    CONSTRAINT plan_asked_whole CHECK ((num_nonnulls(agency_id, return_id, due_on, asked_by, asked_at) = ANY (ARRAY[0, 5]))),
    CONSTRAINT plan_ratified_whole CHECK (((ratified_by IS NULL) = (ratified_on IS NULL)))
);
ALTER TABLE ONLY tenant.plan FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.plan_answer (
    tenant_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    offer_no app.version NOT NULL,
    agency_id uuid NOT NULL,
    return_id uuid NOT NULL,
    ratified boolean NOT NULL,
    by_group app.line DEFAULT ''::text NOT NULL,
    on_day date,
    minute_ref app.line DEFAULT ''::text NOT NULL,
    words app.paragraph DEFAULT ''::text NOT NULL,
    due_on date,
    answered_by uuid DEFAULT app.person() NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    CONSTRAINT plan_answer_asks_again_whole CHECK ((ratified OR (((words)::text <> ''::text) AND (due_on IS NOT NULL)))),
    CONSTRAINT plan_answer_ratified_whole CHECK (((NOT ratified) OR (((by_group)::text <> ''::text) AND ((minute_ref)::text <> ''::text) AND (on_day IS NOT NULL))))
);
ALTER TABLE ONLY tenant.plan_answer FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.plan_line (
    tenant_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    offer_no app.version NOT NULL,
    line_no integer NOT NULL,
    agency_id uuid NOT NULL,
    return_id uuid NOT NULL,
    about app.line DEFAULT ''::text NOT NULL,
    what app.paragraph NOT NULL,
    how app.paragraph DEFAULT ''::text NOT NULL,
    lead app.line DEFAULT ''::text NOT NULL,
    by_on date,
    progress app.paragraph DEFAULT ''::text NOT NULL
);
ALTER TABLE ONLY tenant.plan_line FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.plan_offer (
    tenant_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    offer_no app.version NOT NULL,
    agency_id uuid NOT NULL,
    return_id uuid NOT NULL,
    words app.paragraph DEFAULT ''::text NOT NULL,
    offered_name app.line NOT NULL,
    offered_by uuid DEFAULT app.person() NOT NULL,
    offered_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY tenant.plan_offer FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.presence (
    tenant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    place_kind app.code NOT NULL,
    place app.code NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL
)
WITH (fillfactor='85');
ALTER TABLE ONLY tenant.presence FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.progress_report (
    tenant_id uuid NOT NULL,
    report_id uuid DEFAULT gen_random_uuid() NOT NULL,
    unit_id uuid NOT NULL,
    commitment_id uuid,
    said app.code NOT NULL,
    text app.paragraph NOT NULL,
    new_on date,
    by_person uuid DEFAULT app.person() NOT NULL,
    by_name app.line NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT progress_report_said CHECK (((said)::text = ANY (ARRAY['under_way'::text, 'done'::text])))
);
ALTER TABLE ONLY tenant.progress_report FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.progress_report_action (
    tenant_id uuid NOT NULL,
    report_id uuid NOT NULL,
    board_id uuid NOT NULL,
    action_id uuid NOT NULL
);
ALTER TABLE ONLY tenant.progress_report_action FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.progress_report_evidence (
    tenant_id uuid NOT NULL,
    report_id uuid NOT NULL,
    board_id uuid NOT NULL,
    line_no integer NOT NULL,
    evidence_id uuid NOT NULL,
    evidence_version app.version NOT NULL,
    title app.line NOT NULL,
    kept_where app.paragraph,
    blob_sha256 app.sha256
);
ALTER TABLE ONLY tenant.progress_report_evidence FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.promise (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    request_id uuid NOT NULL,
    board_id uuid NOT NULL,
    box_no app.code NOT NULL,
    by_on date NOT NULL,
    by_whom app.line NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    kept_at timestamp with time zone
);
ALTER TABLE ONLY tenant.promise FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.register_change (
    tenant_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    change_no integer NOT NULL,
    what app.code NOT NULL,
    was_name app.line NOT NULL,
    name app.line NOT NULL,
    other_id uuid,
    facts jsonb DEFAULT '{}'::jsonb NOT NULL,
    reason app.paragraph DEFAULT ''::text NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT register_change_facts_small CHECK ((pg_column_size(facts) <= 65536)),
    CONSTRAINT register_change_what CHECK (((what)::text = ANY (ARRAY['added'::text, 'changed'::text, 'renamed'::text, 'closed'::text, 'opened_again'::text, 'merged_into'::text, 'took_in'::text, 'split'::text, 'split_off'::text])))
);
ALTER TABLE ONLY tenant.register_change FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.register_entry (
    tenant_id uuid NOT NULL,
    entry_id uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id uuid,
    name app.line NOT NULL,
    agency_id uuid,
    unit_id uuid,
    type app.code NOT NULL,
    own_ref app.code DEFAULT ''::text NOT NULL,
    from_on date NOT NULL,
    to_on date,
    section11 boolean DEFAULT true NOT NULL,
    parent_id uuid,
    notes app.paragraph DEFAULT ''::text NOT NULL,
    months integer,
    completed_on date,
    version app.version DEFAULT 1 NOT NULL,
    CONSTRAINT register_entry_ends_after_start CHECK (((to_on IS NULL) OR (to_on >= from_on))),
    CONSTRAINT register_entry_is_not_its_own_parent CHECK ((parent_id <> entry_id)),
    CONSTRAINT register_entry_months CHECK (((months >= 1) AND (months <= 120))),
    CONSTRAINT register_entry_unit_needs_agency CHECK (((unit_id IS NULL) OR (agency_id IS NOT NULL)))
);
ALTER TABLE ONLY tenant.register_entry FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.remark (
    tenant_id uuid NOT NULL,
    remark_id uuid DEFAULT gen_random_uuid() NOT NULL,
    unit_id uuid NOT NULL,
    place_kind app.code NOT NULL,
    place app.code NOT NULL,
    text app.paragraph NOT NULL,
    for_person uuid,
    missing boolean DEFAULT false NOT NULL,
    by_person uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    settled_by uuid,
    settled_at timestamp with time zone,
    CONSTRAINT remark_place_kind CHECK (((place_kind)::text = ANY (ARRAY['question'::text, 'section'::text]))),
    CONSTRAINT remark_settled_whole CHECK (((settled_by IS NULL) = (settled_at IS NULL)))
);
ALTER TABLE ONLY tenant.remark FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.report (
    tenant_id uuid NOT NULL,
    report_id uuid NOT NULL,
    report_no app.version NOT NULL,
    kind app.code NOT NULL,
    audit_id uuid,
    return_id uuid,
    from_on date,
    to_on date,
    title app.line NOT NULL,
    about app.line NOT NULL,
    latest_version app.version DEFAULT 1 NOT NULL,
    made_by uuid DEFAULT app.person() NOT NULL,
    made_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by uuid,
    withdrawn_why app.paragraph DEFAULT ''::text NOT NULL,
    CONSTRAINT report_kind CHECK (((kind)::text = ANY (ARRAY['organisation'::text, 'overview'::text, 'improvement_plan'::text, 'highlight'::text, 'exception'::text, 'pack'::text]))),
    CONSTRAINT report_period CHECK (((to_on >= from_on) AND ((to_on - from_on) <= 1100))),
    CONSTRAINT report_period_whole CHECK (((from_on IS NULL) = (to_on IS NULL))),
    CONSTRAINT report_subject CHECK (
CASE
    WHEN ((kind)::text = 'organisation'::text) THEN ((return_id IS NOT NULL) AND (audit_id IS NULL) AND (from_on IS NULL))
    WHEN ((kind)::text = ANY (ARRAY['overview'::text, 'pack'::text])) THEN ((audit_id IS NOT NULL) AND (return_id IS NULL) AND (from_on IS NULL))
    ELSE ((from_on IS NOT NULL) AND (to_on IS NOT NULL) AND (audit_id IS NULL) AND (return_id IS NULL))
END),
    CONSTRAINT report_withdrawn_whole CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
);
ALTER TABLE ONLY tenant.report FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.report_conclusion (
    tenant_id uuid NOT NULL,
    report_id uuid NOT NULL,
    kind app.code NOT NULL,
    of_report uuid NOT NULL,
    of_version app.version NOT NULL,
    of_number app.version NOT NULL,
    organisation app.line NOT NULL,
    words app.paragraph NOT NULL,
    lifted_by uuid DEFAULT app.person() NOT NULL,
    lifted_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    CONSTRAINT report_conclusion_kind CHECK (((kind)::text = ANY (ARRAY['conclusion'::text, 'recommendation'::text]))),
    CONSTRAINT report_conclusion_says_something CHECK (((words)::text <> ''::text))
);
ALTER TABLE ONLY tenant.report_conclusion FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.report_draft (
    tenant_id uuid NOT NULL,
    report_id uuid NOT NULL,
    version_no app.version NOT NULL,
    subtitle app.line DEFAULT ''::text NOT NULL,
    drafted jsonb NOT NULL,
    facts jsonb NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    saves integer DEFAULT 0 NOT NULL,
    holds_words boolean DEFAULT false NOT NULL,
    CONSTRAINT report_draft_drafted_list CHECK (((jsonb_typeof(drafted) = 'array'::text) AND (jsonb_array_length(drafted) <= 30) AND (octet_length((drafted)::text) <= 4000000))),
    CONSTRAINT report_draft_facts_list CHECK (((jsonb_typeof(facts) = 'array'::text) AND (octet_length((facts)::text) <= 16000000)))
);
ALTER TABLE ONLY tenant.report_draft FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.report_file (
    tenant_id uuid NOT NULL,
    report_id uuid NOT NULL,
    version_no app.version NOT NULL,
    format app.code NOT NULL,
    file_id uuid NOT NULL,
    state app.code DEFAULT 'asked'::text NOT NULL,
    reason app.line DEFAULT ''::text NOT NULL,
    of_saves integer NOT NULL,
    of_signs integer DEFAULT 0 NOT NULL,
    asked_by uuid DEFAULT app.person() NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone,
    size_bytes integer,
    sha256 app.sha256,
    content bytea,
    CONSTRAINT report_file_format CHECK (((format)::text = ANY (ARRAY['html'::text, 'pdf'::text, 'docx'::text, 'odt'::text, 'xlsx'::text, 'ods'::text, 'csv'::text]))),
    CONSTRAINT report_file_is_its_bytes CHECK (((size_bytes = octet_length(content)) AND ((sha256)::bytea = sha256(content)))),
    CONSTRAINT report_file_says_why CHECK ((((state)::text <> ALL (ARRAY['failed'::text, 'removed'::text])) OR ((reason)::text <> ''::text))),
    CONSTRAINT report_file_small CHECK ((size_bytes <= 60000000)),
    CONSTRAINT report_file_state CHECK (((state)::text = ANY (ARRAY['asked'::text, 'making'::text, 'ready'::text, 'failed'::text, 'removed'::text]))),
    CONSTRAINT report_file_whole_or_nothing CHECK (((((state)::text = 'ready'::text) = (content IS NOT NULL)) AND ((content IS NULL) = (sha256 IS NULL)) AND ((content IS NULL) = (size_bytes IS NULL)) AND ((content IS NULL) = (made_at IS NULL))))
);
ALTER TABLE ONLY tenant.report_file ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE ONLY tenant.report_file FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.report_finish (
    tenant_id uuid NOT NULL,
    report_id uuid NOT NULL,
    version_no app.version NOT NULL,
    finished_by uuid DEFAULT app.person() NOT NULL,
    finished_at timestamp with time zone NOT NULL,
    check_value app.sha256 NOT NULL
);
ALTER TABLE ONLY tenant.report_finish FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.report_look (
    tenant_id uuid NOT NULL,
    name app.line DEFAULT ''::text NOT NULL,
    colour app.code DEFAULT '#0b4f5c'::text NOT NULL,
    logo bytea,
    logo_type app.code,
    version app.version DEFAULT 1 NOT NULL,
    changed_by uuid DEFAULT app.person() NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT report_look_colour CHECK (((colour)::text ~ '^#[0-9a-f]{6}$'::text)),
    CONSTRAINT report_look_logo_small CHECK ((octet_length(logo) <= 500000)),
    CONSTRAINT report_look_logo_type CHECK (((logo_type)::text = ANY (ARRAY['image/png'::text, 'image/jpeg'::text]))),
    CONSTRAINT report_look_logo_whole CHECK (((logo IS NULL) = (logo_type IS NULL)))
);
ALTER TABLE ONLY tenant.report_look FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.report_paper (
    tenant_id uuid NOT NULL,
    report_id uuid NOT NULL,
    "position" integer NOT NULL,
    paper_id uuid NOT NULL,
    CONSTRAINT report_paper_few CHECK ((("position" >= 1) AND ("position" <= 200))),
    CONSTRAINT report_paper_is_another CHECK ((paper_id <> report_id))
);
ALTER TABLE ONLY tenant.report_paper FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.report_return (
    tenant_id uuid NOT NULL,
    report_id uuid NOT NULL,
    "position" integer NOT NULL,
    return_id uuid NOT NULL,
    CONSTRAINT report_return_few CHECK ((("position" >= 1) AND ("position" <= 200)))
);
ALTER TABLE ONLY tenant.report_return FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.report_section (
    tenant_id uuid NOT NULL,
    report_id uuid NOT NULL,
    version_no app.version NOT NULL,
    section_key app.code NOT NULL,
    save_no app.version NOT NULL,
    words app.document NOT NULL,
    how app.code DEFAULT 'typed'::text NOT NULL,
    by_person uuid DEFAULT app.person() NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT report_section_how CHECK (((how)::text = ANY (ARRAY['typed'::text, 'kept'::text]))),
    CONSTRAINT report_section_length CHECK ((char_length((words)::text) <= 40000))
);
ALTER TABLE ONLY tenant.report_section FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.report_sign_off (
    tenant_id uuid NOT NULL,
    report_id uuid NOT NULL,
    version_no app.version NOT NULL,
    sign_no app.version NOT NULL,
    role app.line NOT NULL,
    name app.line NOT NULL,
    signed_on date NOT NULL,
    noted_by uuid DEFAULT app.person() NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    CONSTRAINT report_sign_off_few CHECK (((sign_no)::integer <= 20)),
    CONSTRAINT report_sign_off_says_who CHECK ((((role)::text <> ''::text) AND ((name)::text <> ''::text)))
);
ALTER TABLE ONLY tenant.report_sign_off FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.report_version (
    tenant_id uuid NOT NULL,
    report_id uuid NOT NULL,
    version_no app.version NOT NULL,
    begun_by uuid DEFAULT app.person() NOT NULL,
    begun_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY tenant.report_version FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.request (
    tenant_id uuid NOT NULL,
    request_id uuid DEFAULT gen_random_uuid() NOT NULL,
    audit_id uuid NOT NULL,
    entry_id uuid,
    agency_id uuid,
    unit_id uuid,
    template_code app.code NOT NULL,
    template_version app.version NOT NULL,
    kind app.code NOT NULL,
    title app.line NOT NULL,
    period app.code NOT NULL,
    subject_kind app.code DEFAULT 'agency'::text NOT NULL,
    subject_ref app.line,
    due_on date NOT NULL,
    parts text[],
    state app.code DEFAULT 'open'::text NOT NULL,
    asked_at timestamp with time zone DEFAULT now() NOT NULL,
    asking_id uuid,
    left_out app.code,
    CONSTRAINT request_left_out CHECK (((left_out)::text = ANY (ARRAY['closed'::text, 'not_applicable'::text]))),
    CONSTRAINT request_parts_few CHECK ((cardinality(parts) <= 200)),
    CONSTRAINT request_state CHECK (((state)::text = ANY (ARRAY['open'::text, 'closed'::text, 'withdrawn'::text]))),
    CONSTRAINT request_subject_kind CHECK (((subject_kind)::text = ANY (ARRAY['agency'::text, 'board'::text, 'case'::text, 'review'::text]))),
    CONSTRAINT request_unit_needs_agency CHECK (((unit_id IS NULL) OR (agency_id IS NOT NULL)))
);
ALTER TABLE ONLY tenant.request FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.request_change (
    tenant_id uuid NOT NULL,
    request_id uuid NOT NULL,
    change_no integer NOT NULL,
    was_due_on date NOT NULL,
    was_state app.code NOT NULL,
    due_on date NOT NULL,
    state app.code NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    was_left_out app.code,
    left_out app.code,
    reason app.paragraph DEFAULT ''::text NOT NULL,
    CONSTRAINT request_change_says_something CHECK (((due_on <> was_due_on) OR ((state)::text <> (was_state)::text) OR ((left_out)::text IS DISTINCT FROM (was_left_out)::text)))
);
ALTER TABLE ONLY tenant.request_change FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.request_progress (
    tenant_id uuid NOT NULL,
    request_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    questions integer NOT NULL,
    drafted integer NOT NULL,
    confirmed integer NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    CONSTRAINT request_progress_counts CHECK (((drafted >= 0) AND (confirmed >= 0) AND ((drafted + confirmed) <= questions)))
)
WITH (fillfactor='85');
ALTER TABLE ONLY tenant.request_progress FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.return (
    tenant_id uuid NOT NULL,
    return_id uuid DEFAULT gen_random_uuid() NOT NULL,
    request_id uuid NOT NULL,
    agency_id uuid,
    origin app.code NOT NULL,
    state app.code DEFAULT 'received'::text NOT NULL,
    latest_version app.version DEFAULT 1 NOT NULL,
    boxes_filled integer DEFAULT 0 NOT NULL,
    ratings_set integer DEFAULT 0 NOT NULL,
    ratings_chosen integer DEFAULT 0 NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    offered_version app.version,
    back_by date,
    CONSTRAINT return_origin CHECK (((origin)::text = ANY (ARRAY['fan_out'::text, 'direct'::text, 'transcribed'::text, 'imported'::text]))),
    CONSTRAINT return_state CHECK (((state)::text = ANY (ARRAY['received'::text, 'acknowledged'::text, 'being_evaluated'::text, 'evaluated'::text, 'returned'::text, 'signed_off'::text, 'withdrawn'::text])))
)
WITH (fillfactor='85');
ALTER TABLE ONLY tenant.return FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.return_action (
    tenant_id uuid NOT NULL,
    return_id uuid NOT NULL,
    version_no app.version NOT NULL,
    line_no app.version NOT NULL,
    agency_id uuid,
    action_id uuid NOT NULL,
    is_new boolean NOT NULL,
    kind app.code NOT NULL,
    area app.line DEFAULT ''::text NOT NULL,
    change app.paragraph DEFAULT ''::text NOT NULL,
    places app.paragraph DEFAULT ''::text NOT NULL,
    what app.paragraph NOT NULL,
    how app.paragraph DEFAULT ''::text NOT NULL,
    lead app.line DEFAULT ''::text NOT NULL,
    by_on date,
    progress app.paragraph DEFAULT ''::text NOT NULL,
    evidence app.paragraph DEFAULT ''::text NOT NULL,
    risks app.paragraph DEFAULT ''::text NOT NULL,
    CONSTRAINT return_action_kind CHECK (((kind)::text = ANY (ARRAY['commitment'::text, 'promise'::text])))
);
ALTER TABLE ONLY tenant.return_action FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.return_box (
    tenant_id uuid NOT NULL,
    return_id uuid NOT NULL,
    version_no app.version NOT NULL,
    box_no app.code NOT NULL,
    "position" integer NOT NULL,
    agency_id uuid,
    text text,
    point app.code,
    state app.code NOT NULL,
    na_reason app.paragraph,
    digest app.sha256 NOT NULL,
    salt bytea,
    redacted_at timestamp with time zone,
    CONSTRAINT return_box_composed_length CHECK ((char_length(text) <= 1000000)),
    CONSTRAINT return_box_redacted_has_no_words CHECK (((redacted_at IS NULL) OR (salt IS NULL))),
    CONSTRAINT return_box_salt_goes_with_text CHECK (((text IS NULL) = (salt IS NULL))),
    CONSTRAINT return_box_salt_length CHECK ((octet_length(salt) = 16)),
    CONSTRAINT return_box_state CHECK (((state)::text = ANY (ARRAY['text'::text, 'set'::text, 'chosen'::text, 'unanswered'::text, 'no_point'::text, 'na'::text, 'board'::text, 'detail'::text, 'redacted'::text])))
);
ALTER TABLE ONLY tenant.return_box FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.return_evidence (
    tenant_id uuid NOT NULL,
    return_id uuid NOT NULL,
    version_no app.version NOT NULL,
    evidence_no integer NOT NULL,
    agency_id uuid,
    evidence_id uuid NOT NULL,
    evidence_version app.version NOT NULL,
    box_no app.code,
    title app.line NOT NULL,
    kept_where app.paragraph,
    blob_sha256 app.sha256
);
ALTER TABLE ONLY tenant.return_evidence FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.return_evidence_ask (
    tenant_id uuid NOT NULL,
    ask_id uuid DEFAULT gen_random_uuid() NOT NULL,
    agency_id uuid NOT NULL,
    return_id uuid NOT NULL,
    version_no app.version NOT NULL,
    evidence_no integer NOT NULL,
    words app.paragraph DEFAULT ''::text NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamp with time zone DEFAULT now() NOT NULL,
    state app.code DEFAULT 'open'::text NOT NULL,
    answer app.paragraph,
    blob_sha256 app.sha256,
    answered_at timestamp with time zone,
    due_on date,
    CONSTRAINT return_evidence_ask_answered CHECK ((((state)::text = 'open'::text) = (answered_at IS NULL))),
    CONSTRAINT return_evidence_ask_given CHECK ((((state)::text = 'given'::text) = (blob_sha256 IS NOT NULL))),
    CONSTRAINT return_evidence_ask_state CHECK (((state)::text = ANY (ARRAY['open'::text, 'given'::text, 'declined'::text])))
);
ALTER TABLE ONLY tenant.return_evidence_ask FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.return_evidence_decision (
    tenant_id uuid NOT NULL,
    ask_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    return_id uuid NOT NULL,
    accepted boolean NOT NULL,
    reason app.paragraph DEFAULT ''::text NOT NULL,
    decided_by uuid DEFAULT app.person() NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT return_evidence_decision_says_why CHECK ((accepted OR ((reason)::text <> ''::text)))
);
ALTER TABLE ONLY tenant.return_evidence_decision FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.return_evidence_opening (
    tenant_id uuid NOT NULL,
    opening_id uuid DEFAULT gen_random_uuid() NOT NULL,
    agency_id uuid NOT NULL,
    return_id uuid NOT NULL,
    version_no app.version NOT NULL,
    evidence_no integer NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    role app.code DEFAULT app.role()
);
ALTER TABLE ONLY tenant.return_evidence_opening FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.return_level (
    tenant_id uuid NOT NULL,
    return_id uuid NOT NULL,
    version_no app.version NOT NULL,
    requirement_code app.code NOT NULL,
    level app.level NOT NULL
);
ALTER TABLE ONLY tenant.return_level FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.return_opening (
    tenant_id uuid NOT NULL,
    opening_id uuid DEFAULT gen_random_uuid() NOT NULL,
    agency_id uuid NOT NULL,
    return_id uuid NOT NULL,
    version_no app.version NOT NULL,
    what app.code NOT NULL,
    role app.code DEFAULT app.role() NOT NULL,
    opened_by uuid DEFAULT app.person() NOT NULL,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    looker app.line DEFAULT ''::text NOT NULL,
    CONSTRAINT return_opening_what CHECK (((what)::text = ANY (ARRAY['return'::text, 'evidence_list'::text, 'evaluation'::text])))
);
ALTER TABLE ONLY tenant.return_opening FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.return_paper (
    tenant_id uuid NOT NULL,
    board_id uuid NOT NULL,
    request_id uuid NOT NULL,
    version_no integer NOT NULL,
    kind app.code NOT NULL,
    with_sources boolean NOT NULL,
    format app.code NOT NULL,
    file_id uuid NOT NULL,
    state app.code DEFAULT 'asked'::text NOT NULL,
    reason app.line DEFAULT ''::text NOT NULL,
    of_standing app.line DEFAULT ''::text NOT NULL,
    of_erased integer DEFAULT 0 NOT NULL,
    asked_by uuid DEFAULT app.person() NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone,
    size_bytes integer,
    sha256 app.sha256,
    content bytea,
    CONSTRAINT return_paper_format CHECK (((format)::text = ANY (ARRAY['html'::text, 'pdf'::text, 'docx'::text, 'odt'::text, 'xlsx'::text, 'ods'::text, 'csv'::text]))),
    CONSTRAINT return_paper_is_its_bytes CHECK (((size_bytes = octet_length(content)) AND ((sha256)::bytea = sha256(content)))),
    CONSTRAINT return_paper_kind CHECK (((kind)::text = ANY (ARRAY['filled'::text, 'blank'::text, 'receipt'::text]))),
    CONSTRAINT return_paper_says_why CHECK ((((state)::text <> ALL (ARRAY['failed'::text, 'removed'::text])) OR ((reason)::text <> ''::text))),
    CONSTRAINT return_paper_small CHECK ((size_bytes <= 60000000)),
    CONSTRAINT return_paper_sources_are_filled CHECK ((((kind)::text = 'filled'::text) OR (NOT with_sources))),
    CONSTRAINT return_paper_state CHECK (((state)::text = ANY (ARRAY['asked'::text, 'making'::text, 'ready'::text, 'failed'::text, 'removed'::text]))),
    CONSTRAINT return_paper_tables_are_filled CHECK ((((kind)::text = 'filled'::text) OR ((format)::text <> ALL (ARRAY['xlsx'::text, 'ods'::text, 'csv'::text])))),
    CONSTRAINT return_paper_version CHECK (((version_no >= 0) AND (((kind)::text = 'blank'::text) = (version_no = 0)))),
    CONSTRAINT return_paper_whole_or_nothing CHECK (((((state)::text = 'ready'::text) = (content IS NOT NULL)) AND ((content IS NULL) = (sha256 IS NULL)) AND ((content IS NULL) = (size_bytes IS NULL)) AND ((content IS NULL) = (made_at IS NULL))))
);
ALTER TABLE ONLY tenant.return_paper ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE ONLY tenant.return_paper FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.return_version (
    tenant_id uuid NOT NULL,
    return_id uuid NOT NULL,
    version_no app.version NOT NULL,
    agency_id uuid,
    submission_id uuid,
    template_code app.code NOT NULL,
    template_version app.version NOT NULL,
    framework_code app.code,
    framework_version app.version,
    mapping_version app.version,
    hash app.sha256 NOT NULL,
    receipt_code app.line NOT NULL,
    delivered_at timestamp with time zone DEFAULT now() NOT NULL,
    accepted_at timestamp with time zone,
    accepted_by uuid,
    box_count integer DEFAULT 0 NOT NULL,
    set_count integer DEFAULT 0 NOT NULL,
    chosen_count integer DEFAULT 0 NOT NULL,
    unanswered_count integer DEFAULT 0 NOT NULL,
    no_point_count integer DEFAULT 0 NOT NULL,
    na_count integer DEFAULT 0 NOT NULL,
    residual_count integer DEFAULT 0 NOT NULL,
    local_count integer DEFAULT 0 NOT NULL,
    standing app.code DEFAULT 'accepted'::text NOT NULL,
    decided_at timestamp with time zone,
    decided_by uuid,
    decided_by_name app.line,
    decision_words app.paragraph,
    CONSTRAINT return_version_declined_with_words CHECK ((((standing)::text <> 'declined'::text) OR ((decision_words IS NOT NULL) AND (decided_at IS NOT NULL)))),
    CONSTRAINT return_version_standing CHECK (((standing)::text = ANY (ARRAY['accepted'::text, 'offered'::text, 'declined'::text, 'replaced'::text]))),
    CONSTRAINT return_version_submission_has_an_agency CHECK (((submission_id IS NULL) OR (agency_id IS NOT NULL)))
);
ALTER TABLE ONLY tenant.return_version FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.review (
    tenant_id uuid NOT NULL,
    review_id uuid NOT NULL,
    person_id uuid NOT NULL,
    home_entry_id uuid,
    home app.line NOT NULL,
    words app.paragraph DEFAULT ''::text NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    invited_by uuid DEFAULT app.person() NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    ended_by uuid,
    ended_at timestamp with time zone,
    CONSTRAINT review_ended_whole CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
    CONSTRAINT review_ends_within_a_year CHECK (((until_on >= from_on) AND (until_on <= (from_on + 366))))
);
ALTER TABLE ONLY tenant.review FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.review_note (
    tenant_id uuid NOT NULL,
    review_id uuid NOT NULL,
    return_id uuid NOT NULL,
    item app.code NOT NULL,
    version app.version NOT NULL,
    grade app.code,
    comment app.paragraph DEFAULT ''::text NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY tenant.review_note FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.review_return (
    tenant_id uuid NOT NULL,
    review_id uuid NOT NULL,
    return_id uuid NOT NULL,
    version_no app.version NOT NULL,
    agency_id uuid,
    organisation app.line NOT NULL,
    title app.line NOT NULL,
    template_code app.code NOT NULL,
    template_version app.version NOT NULL,
    sent_at timestamp with time zone
);
ALTER TABLE ONLY tenant.review_return FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.rollup (
    tenant_id uuid NOT NULL,
    period app.code NOT NULL,
    requirement_code app.code NOT NULL,
    level app.level NOT NULL,
    n integer NOT NULL,
    CONSTRAINT rollup_never_negative CHECK ((n >= 0))
)
WITH (fillfactor='85');
ALTER TABLE ONLY tenant.rollup FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.sent_back (
    tenant_id uuid NOT NULL,
    return_id uuid NOT NULL,
    round_no integer NOT NULL,
    agency_id uuid,
    version_no app.version NOT NULL,
    words app.paragraph DEFAULT ''::text NOT NULL,
    due_on date NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    withdrawn_by uuid,
    withdrawn_at timestamp with time zone,
    CONSTRAINT sent_back_withdrawn_whole CHECK (((withdrawn_by IS NULL) = (withdrawn_at IS NULL)))
);
ALTER TABLE ONLY tenant.sent_back FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.sent_back_item (
    tenant_id uuid NOT NULL,
    return_id uuid NOT NULL,
    round_no integer NOT NULL,
    box_no app.code NOT NULL,
    "position" integer NOT NULL,
    agency_id uuid,
    title app.line NOT NULL,
    words app.paragraph NOT NULL,
    requirements text[] DEFAULT '{}'::text[] NOT NULL,
    thread_id uuid,
    CONSTRAINT sent_back_item_requirements_few CHECK ((cardinality(requirements) <= 200))
);
ALTER TABLE ONLY tenant.sent_back_item FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.share (
    tenant_id uuid NOT NULL,
    share_id uuid DEFAULT gen_random_uuid() NOT NULL,
    to_party uuid NOT NULL,
    purpose app.paragraph NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT share_ends_after_start CHECK ((to_on >= from_on)),
    CONSTRAINT share_with_another CHECK ((to_party <> tenant_id))
);
ALTER TABLE ONLY tenant.share FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.share_return (
    tenant_id uuid NOT NULL,
    share_id uuid NOT NULL,
    return_id uuid NOT NULL
);
ALTER TABLE ONLY tenant.share_return FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.sight (
    tenant_id uuid NOT NULL,
    sight_id uuid DEFAULT gen_random_uuid() NOT NULL,
    to_party uuid NOT NULL,
    parts text[] NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    ended_at timestamp with time zone,
    to_name app.line DEFAULT ''::text NOT NULL,
    from_name app.line DEFAULT ''::text NOT NULL,
    words app.paragraph DEFAULT ''::text NOT NULL,
    granted_by uuid DEFAULT app.person(),
    granted_name app.line DEFAULT ''::text NOT NULL,
    granted_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_by uuid,
    ended_name app.line DEFAULT ''::text NOT NULL,
    CONSTRAINT sight_ended_whole CHECK (((ended_by IS NULL) OR (ended_at IS NOT NULL))),
    CONSTRAINT sight_ends_after_start CHECK ((to_on >= from_on)),
    CONSTRAINT sight_ends_within_two_years CHECK ((to_on <= (from_on + 731))),
    CONSTRAINT sight_of_another CHECK ((to_party <> tenant_id)),
    CONSTRAINT sight_parts_known CHECK (((cardinality(parts) > 0) AND (parts <@ ARRAY['register'::text, 'figures'::text, 'evaluations'::text, 'actions'::text, 'returns'::text]))),
    CONSTRAINT sight_parts_whole CHECK ((('register'::text = ANY (parts)) OR (parts = ARRAY['figures'::text])))
);
ALTER TABLE ONLY tenant.sight FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.sign_off (
    tenant_id uuid NOT NULL,
    return_id uuid NOT NULL,
    version_no app.version NOT NULL,
    party_role app.code NOT NULL,
    agency_id uuid,
    name app.line NOT NULL,
    "position" app.line NOT NULL,
    statement app.paragraph DEFAULT ''::text NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY tenant.sign_off FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.submission (
    tenant_id uuid NOT NULL,
    submission_id uuid DEFAULT gen_random_uuid() NOT NULL,
    unit_id uuid NOT NULL,
    scope text[],
    framework_code app.code NOT NULL,
    framework_version app.version NOT NULL,
    snapshot_hash app.sha256 NOT NULL,
    authorised_name app.line NOT NULL,
    authorised_position app.line NOT NULL,
    statement app.paragraph NOT NULL,
    authorised_by uuid NOT NULL,
    submitted_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT submission_scope_few CHECK ((cardinality(scope) <= 500))
);
ALTER TABLE ONLY tenant.submission FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.submission_answer (
    tenant_id uuid NOT NULL,
    submission_id uuid NOT NULL,
    requirement_code app.code NOT NULL,
    answer_version app.version NOT NULL,
    level app.level,
    na_reason app.paragraph,
    modification_reason app.paragraph,
    confirmed_by app.line,
    confirmed_on date
);
ALTER TABLE ONLY tenant.submission_answer FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.submission_box (
    tenant_id uuid NOT NULL,
    submission_id uuid NOT NULL,
    board_id uuid NOT NULL,
    line_no integer NOT NULL,
    request_id uuid,
    kind app.code NOT NULL,
    box_no app.code,
    requirement_code app.code,
    role app.code,
    subject app.line,
    text app.paragraph DEFAULT ''::text NOT NULL,
    level app.level,
    point app.code,
    na_reason app.paragraph,
    reason app.paragraph,
    by_on date,
    chosen_by app.line,
    source_version app.version,
    CONSTRAINT submission_box_kind CHECK (((kind)::text = ANY (ARRAY['local'::text, 'direct'::text, 'residual'::text, 'choice'::text, 'override'::text, 'detail'::text, 'explanation'::text, 'promise'::text])))
);
ALTER TABLE ONLY tenant.submission_box FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.submission_commitment (
    tenant_id uuid NOT NULL,
    submission_id uuid NOT NULL,
    commitment_id uuid NOT NULL,
    commitment_version app.version NOT NULL,
    board_id uuid,
    what app.paragraph NOT NULL,
    how app.paragraph NOT NULL,
    lead app.line NOT NULL,
    by_on date,
    area app.line NOT NULL,
    change app.paragraph NOT NULL,
    progress app.paragraph NOT NULL,
    evidence app.paragraph NOT NULL,
    risks app.paragraph NOT NULL
);
ALTER TABLE ONLY tenant.submission_commitment FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.submission_commitment_subject (
    tenant_id uuid NOT NULL,
    submission_id uuid NOT NULL,
    commitment_id uuid NOT NULL,
    subject_no integer NOT NULL,
    board_id uuid,
    requirement_code app.code,
    request_id uuid,
    item_no app.code
);
ALTER TABLE ONLY tenant.submission_commitment_subject FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.submission_evidence (
    tenant_id uuid NOT NULL,
    submission_id uuid NOT NULL,
    board_id uuid NOT NULL,
    line_no integer NOT NULL,
    evidence_id uuid NOT NULL,
    evidence_version app.version NOT NULL,
    requirement_code app.code,
    request_id uuid,
    box_no app.code,
    title app.line NOT NULL,
    kept_where app.paragraph,
    blob_sha256 app.sha256
);
ALTER TABLE ONLY tenant.submission_evidence FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.submission_part (
    tenant_id uuid NOT NULL,
    submission_id uuid NOT NULL,
    requirement_code app.code NOT NULL,
    facet_code app.code NOT NULL,
    low app.level NOT NULL,
    high app.level NOT NULL,
    CONSTRAINT submission_part_interval CHECK (((low)::smallint <= (high)::smallint))
);
ALTER TABLE ONLY tenant.submission_part FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.submission_text (
    tenant_id uuid NOT NULL,
    submission_id uuid NOT NULL,
    requirement_code app.code NOT NULL,
    role app.code NOT NULL,
    facet_key text DEFAULT ''::text NOT NULL,
    text app.paragraph NOT NULL,
    CONSTRAINT submission_text_facet_length CHECK ((char_length(facet_key) <= 64)),
    CONSTRAINT submission_text_role CHECK (((role)::text = ANY (ARRAY['describes'::text, 'knows'::text, 'improve'::text])))
);
ALTER TABLE ONLY tenant.submission_text FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.support (
    tenant_id uuid NOT NULL,
    support_id uuid NOT NULL,
    kind app.code NOT NULL,
    on_date date NOT NULL,
    who app.line NOT NULL,
    notes app.paragraph DEFAULT ''::text NOT NULL,
    made_by uuid DEFAULT app.person() NOT NULL,
    made_at timestamp with time zone NOT NULL,
    struck_at timestamp with time zone,
    struck_by uuid,
    CONSTRAINT support_kind CHECK (((kind)::text = ANY (ARRAY['visit'::text, 'workshop'::text, 'advice'::text]))),
    CONSTRAINT support_struck_whole CHECK (((struck_at IS NULL) = (struck_by IS NULL)))
);
ALTER TABLE ONLY tenant.support FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.support_organisation (
    tenant_id uuid NOT NULL,
    support_id uuid NOT NULL,
    entry_id uuid NOT NULL
);
ALTER TABLE ONLY tenant.support_organisation FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.template_draft (
    tenant_id uuid NOT NULL,
    template_code app.code NOT NULL,
    body app.document NOT NULL,
    updated_by uuid NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tenant.template_draft FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.thread (
    tenant_id uuid NOT NULL,
    thread_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    request_id uuid NOT NULL,
    item_code app.code,
    begun_by app.code NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    waits_for app.code NOT NULL,
    waiting_since timestamp with time zone,
    messages app.version DEFAULT 1 NOT NULL,
    last_at timestamp with time zone NOT NULL,
    assigned_to uuid,
    written_by uuid,
    CONSTRAINT thread_begun_by CHECK (((begun_by)::text = ANY (ARRAY['agency'::text, 'board'::text]))),
    CONSTRAINT thread_waits_for CHECK (((waits_for)::text = ANY (ARRAY['agency'::text, 'board'::text, 'answered'::text, 'closed'::text]))),
    CONSTRAINT thread_waits_since CHECK ((((waits_for)::text = ANY (ARRAY['agency'::text, 'board'::text])) = (waiting_since IS NOT NULL)))
);
ALTER TABLE ONLY tenant.thread FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.thread_follower (
    tenant_id uuid NOT NULL,
    board_id uuid NOT NULL,
    thread_id uuid NOT NULL,
    person_id uuid DEFAULT app.person() NOT NULL
);
ALTER TABLE ONLY tenant.thread_follower FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.thread_message (
    tenant_id uuid NOT NULL,
    thread_id uuid NOT NULL,
    message_no app.version NOT NULL,
    message_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    side app.code NOT NULL,
    kind app.code NOT NULL,
    words app.paragraph DEFAULT ''::text NOT NULL,
    by_name app.line NOT NULL,
    by_role app.code NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT thread_message_kind CHECK (((kind)::text = ANY (ARRAY['question'::text, 'answer'::text, 'more'::text, 'closed'::text]))),
    CONSTRAINT thread_message_says_something CHECK ((((kind)::text = 'closed'::text) OR ((words)::text <> ''::text))),
    CONSTRAINT thread_message_side CHECK (((side)::text = ANY (ARRAY['agency'::text, 'board'::text])))
);
ALTER TABLE ONLY tenant.thread_message FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.unit (
    tenant_id uuid NOT NULL,
    unit_id uuid DEFAULT gen_random_uuid() NOT NULL,
    parent_unit_id uuid,
    organisation_id uuid,
    name app.line NOT NULL,
    left_on date,
    CONSTRAINT unit_is_not_its_own_parent CHECK ((parent_unit_id <> unit_id))
);
ALTER TABLE ONLY tenant.unit FORCE ROW LEVEL SECURITY;
CREATE TABLE tenant.unit_record (
    tenant_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    record_sha256 app.sha256 NOT NULL,
    body jsonb NOT NULL,
    brought_by uuid NOT NULL,
    brought_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY tenant.unit_record FORCE ROW LEVEL SECURITY;
ALTER TABLE ONLY app.seal_key
    ADD CONSTRAINT seal_key_key PRIMARY KEY (only_one);
ALTER TABLE ONLY catalogue.box
    ADD CONSTRAINT box_key PRIMARY KEY (template_code, version, box_no);
ALTER TABLE ONLY catalogue.box
    ADD CONSTRAINT box_position_once UNIQUE (template_code, version, "position");
ALTER TABLE ONLY catalogue.contact_role
    ADD CONSTRAINT contact_role_key PRIMARY KEY (role);
ALTER TABLE ONLY catalogue.contact_role
    ADD CONSTRAINT contact_role_once_in_line UNIQUE ("position");
ALTER TABLE ONLY catalogue.entry_type
    ADD CONSTRAINT entry_type_key PRIMARY KEY (type);
ALTER TABLE ONLY catalogue.entry_type
    ADD CONSTRAINT entry_type_position_once UNIQUE ("position");
ALTER TABLE ONLY catalogue.facet
    ADD CONSTRAINT facet_key PRIMARY KEY (facet_code);
ALTER TABLE ONLY catalogue.facet
    ADD CONSTRAINT facet_of_one_requirement UNIQUE (requirement_code, facet_code);
ALTER TABLE ONLY catalogue.framework_version
    ADD CONSTRAINT framework_version_key PRIMARY KEY (framework_code, version);
ALTER TABLE ONLY catalogue.item_facet
    ADD CONSTRAINT item_facet_key PRIMARY KEY (template_code, template_version, framework_code, framework_version, version, item_code, facet_code);
ALTER TABLE ONLY catalogue.mapping_version
    ADD CONSTRAINT mapping_version_key PRIMARY KEY (template_code, template_version, framework_code, framework_version, version);
ALTER TABLE ONLY catalogue.national_release
    ADD CONSTRAINT national_release_key PRIMARY KEY (release_id);
ALTER TABLE ONLY catalogue.requirement
    ADD CONSTRAINT requirement_key PRIMARY KEY (requirement_code);
ALTER TABLE ONLY catalogue.template_item
    ADD CONSTRAINT template_item_key PRIMARY KEY (template_code, version, item_code);
ALTER TABLE ONLY catalogue.template_item
    ADD CONSTRAINT template_item_position_once UNIQUE (template_code, version, "position");
ALTER TABLE ONLY catalogue.template_version
    ADD CONSTRAINT template_version_key PRIMARY KEY (template_code, version);
ALTER TABLE ONLY directory.organisation
    ADD CONSTRAINT organisation_force_code_once UNIQUE (force_code);
ALTER TABLE ONLY directory.organisation
    ADD CONSTRAINT organisation_key PRIMARY KEY (organisation_id);
ALTER TABLE ONLY directory.organisation
    ADD CONSTRAINT organisation_ods_once UNIQUE (ods);
ALTER TABLE ONLY directory.organisation
    ADD CONSTRAINT organisation_urn_once UNIQUE (urn);
ALTER TABLE ONLY directory.receipt
    ADD CONSTRAINT receipt_key PRIMARY KEY (code_hash);
ALTER TABLE ONLY identity.action_mail
    ADD CONSTRAINT action_mail_key PRIMARY KEY (link_id);
ALTER TABLE ONLY identity.client_consent
    ADD CONSTRAINT client_consent_key PRIMARY KEY (consent_id);
ALTER TABLE ONLY identity.client
    ADD CONSTRAINT client_key PRIMARY KEY (client_id);
ALTER TABLE ONLY identity.client
    ADD CONSTRAINT client_person_once UNIQUE (person_id);
ALTER TABLE ONLY identity.client_secret
    ADD CONSTRAINT client_secret_key PRIMARY KEY (client_id, secret_hash);
ALTER TABLE ONLY identity.colleague_invitation
    ADD CONSTRAINT colleague_invitation_key PRIMARY KEY (invitation_id);
ALTER TABLE ONLY identity.credential
    ADD CONSTRAINT credential_key PRIMARY KEY (person_id);
ALTER TABLE ONLY identity.link
    ADD CONSTRAINT link_key PRIMARY KEY (link_id);
ALTER TABLE ONLY identity.link_token
    ADD CONSTRAINT link_token_key PRIMARY KEY (token_hash);
ALTER TABLE ONLY identity.mail
    ADD CONSTRAINT mail_key PRIMARY KEY (mail_id);
ALTER TABLE ONLY identity.membership
    ADD CONSTRAINT membership_facts_key UNIQUE (membership_id, person_id, party_id);
ALTER TABLE ONLY identity.membership
    ADD CONSTRAINT membership_key PRIMARY KEY (membership_id);
ALTER TABLE ONLY identity.membership
    ADD CONSTRAINT membership_once UNIQUE NULLS NOT DISTINCT (person_id, party_id, unit_id, role, from_at);
ALTER TABLE ONLY identity.person
    ADD CONSTRAINT person_key PRIMARY KEY (person_id);
ALTER TABLE ONLY identity.recovery_code
    ADD CONSTRAINT recovery_code_key PRIMARY KEY (person_id, code_hash);
ALTER TABLE ONLY identity.second_factor
    ADD CONSTRAINT second_factor_key PRIMARY KEY (person_id);
ALTER TABLE ONLY identity.session
    ADD CONSTRAINT session_id_once UNIQUE (session_id);
ALTER TABLE ONLY identity.session
    ADD CONSTRAINT session_key PRIMARY KEY (token_hash);
ALTER TABLE ONLY identity.throttle
    ADD CONSTRAINT throttle_key PRIMARY KEY (key_hash);
ALTER TABLE ONLY identity.told_of_answer
    ADD CONSTRAINT told_of_answer_key PRIMARY KEY (membership_id, on_day, about);
ALTER TABLE ONLY jobs.job
    ADD CONSTRAINT job_key PRIMARY KEY (job_id);
ALTER TABLE ONLY jobs.job
    ADD CONSTRAINT job_once_per_source UNIQUE (kind, party_id, source_tenant, source_ref, target_ref);
ALTER TABLE ONLY jobs.kind
    ADD CONSTRAINT kind_key PRIMARY KEY (kind);
ALTER TABLE ONLY jobs.paper_turn
    ADD CONSTRAINT paper_turn_key PRIMARY KEY (party_id, kind);
ALTER TABLE ONLY jobs.progress
    ADD CONSTRAINT progress_key PRIMARY KEY (party_id);
ALTER TABLE ONLY jobs.trail
    ADD CONSTRAINT trail_key PRIMARY KEY (party_id);
ALTER TABLE ONLY jobs.unsealed
    ADD CONSTRAINT unsealed_key PRIMARY KEY (party_id, entry_no);
ALTER TABLE ONLY jobs.waking_at
    ADD CONSTRAINT waking_at_key PRIMARY KEY (party_id);
ALTER TABLE ONLY jobs.waking
    ADD CONSTRAINT waking_key PRIMARY KEY (party_id, on_day);
ALTER TABLE ONLY tenancy.connection
    ADD CONSTRAINT connection_key PRIMARY KEY (board_id, agency_id);
ALTER TABLE ONLY tenancy.invitation
    ADD CONSTRAINT invitation_key PRIMARY KEY (code_hash);
ALTER TABLE ONLY tenancy.join_request
    ADD CONSTRAINT join_request_key PRIMARY KEY (link_id);
ALTER TABLE ONLY tenancy.merge_code
    ADD CONSTRAINT merge_code_key PRIMARY KEY (code_hash);
ALTER TABLE ONLY tenancy.party
    ADD CONSTRAINT party_key PRIMARY KEY (party_id);
ALTER TABLE ONLY tenancy.party_profile
    ADD CONSTRAINT party_profile_key PRIMARY KEY (party_id);
ALTER TABLE ONLY tenancy.room_merge
    ADD CONSTRAINT room_merge_key PRIMARY KEY (merge_id);
ALTER TABLE ONLY tenant.action_evidence
    ADD CONSTRAINT action_evidence_key PRIMARY KEY (tenant_id, action_id, status_no, evidence_no);
ALTER TABLE ONLY tenant.action_evidence_opening
    ADD CONSTRAINT action_evidence_opening_key PRIMARY KEY (tenant_id, opening_id);
ALTER TABLE ONLY tenant.action
    ADD CONSTRAINT action_key PRIMARY KEY (tenant_id, action_id);
ALTER TABLE ONLY tenant.action_link
    ADD CONSTRAINT action_link_key PRIMARY KEY (tenant_id, commitment_id, board_id, action_id);
ALTER TABLE ONLY tenant.action
    ADD CONSTRAINT action_of_agency_key UNIQUE (tenant_id, action_id, agency_id);
ALTER TABLE ONLY tenant.action_status
    ADD CONSTRAINT action_status_key PRIMARY KEY (tenant_id, action_id, status_no);
ALTER TABLE ONLY tenant.answer
    ADD CONSTRAINT answer_key PRIMARY KEY (tenant_id, unit_id, requirement_code);
ALTER TABLE ONLY tenant.answer_part
    ADD CONSTRAINT answer_part_key PRIMARY KEY (tenant_id, unit_id, requirement_code, facet_code);
ALTER TABLE ONLY tenant.answer_text
    ADD CONSTRAINT answer_text_key PRIMARY KEY (tenant_id, unit_id, requirement_code, role, facet_key);
ALTER TABLE ONLY tenant.answer_version
    ADD CONSTRAINT answer_version_key PRIMARY KEY (tenant_id, unit_id, requirement_code, version);
ALTER TABLE ONLY tenant.asking
    ADD CONSTRAINT asking_key PRIMARY KEY (tenant_id, asking_id);
ALTER TABLE ONLY tenant.assignment
    ADD CONSTRAINT assignment_key PRIMARY KEY (tenant_id, assignment_id);
ALTER TABLE ONLY tenant.audit_count
    ADD CONSTRAINT audit_count_key PRIMARY KEY (tenant_id, audit_id);
ALTER TABLE ONLY tenant.audit_entry
    ADD CONSTRAINT audit_entry_key PRIMARY KEY (tenant_id, entry_no);
ALTER TABLE ONLY tenant.audit
    ADD CONSTRAINT audit_key PRIMARY KEY (tenant_id, audit_id);
ALTER TABLE ONLY tenant.audit_seal
    ADD CONSTRAINT audit_seal_entry_once UNIQUE (tenant_id, entry_no);
ALTER TABLE ONLY tenant.audit_seal
    ADD CONSTRAINT audit_seal_key PRIMARY KEY (tenant_id, chain_no);
ALTER TABLE ONLY tenant.board_answer
    ADD CONSTRAINT board_answer_key PRIMARY KEY (tenant_id, unit_id, board_id, requirement_code);
ALTER TABLE ONLY tenant.board_answer_version
    ADD CONSTRAINT board_answer_version_key PRIMARY KEY (tenant_id, unit_id, board_id, requirement_code, version);
ALTER TABLE ONLY tenant.board_box
    ADD CONSTRAINT board_box_key PRIMARY KEY (tenant_id, unit_id, request_id, box_no, kind);
ALTER TABLE ONLY tenant.board_box_version
    ADD CONSTRAINT board_box_version_key PRIMARY KEY (tenant_id, unit_id, request_id, box_no, kind, version);
ALTER TABLE ONLY tenant.box_source
    ADD CONSTRAINT box_source_key PRIMARY KEY (tenant_id, return_id, version_no, box_no, source_no);
ALTER TABLE ONLY tenant.chase_decision
    ADD CONSTRAINT chase_decision_key PRIMARY KEY (tenant_id, step_id, subject_id, decision_no);
ALTER TABLE ONLY tenant.chase_item
    ADD CONSTRAINT chase_item_key PRIMARY KEY (tenant_id, mail_id, item_no);
ALTER TABLE ONLY tenant.chase_mail
    ADD CONSTRAINT chase_mail_key PRIMARY KEY (tenant_id, mail_id);
ALTER TABLE ONLY tenant.chase_pause
    ADD CONSTRAINT chase_pause_key PRIMARY KEY (tenant_id, pause_id);
ALTER TABLE ONLY tenant.chase_setting
    ADD CONSTRAINT chase_setting_key PRIMARY KEY (tenant_id, version);
ALTER TABLE ONLY tenant.chase_step
    ADD CONSTRAINT chase_step_key PRIMARY KEY (tenant_id, step_id, version);
ALTER TABLE ONLY tenant.citation
    ADD CONSTRAINT citation_key PRIMARY KEY (tenant_id, citation_id);
ALTER TABLE ONLY tenant.commitment
    ADD CONSTRAINT commitment_key PRIMARY KEY (tenant_id, commitment_id);
ALTER TABLE ONLY tenant.commitment_subject
    ADD CONSTRAINT commitment_subject_key PRIMARY KEY (tenant_id, subject_id);
ALTER TABLE ONLY tenant.commitment_subject
    ADD CONSTRAINT commitment_subject_once UNIQUE NULLS NOT DISTINCT (tenant_id, commitment_id, requirement_code, request_id, item_no);
ALTER TABLE ONLY tenant.commitment_version
    ADD CONSTRAINT commitment_version_key PRIMARY KEY (tenant_id, commitment_id, version);
ALTER TABLE ONLY tenant.common_box
    ADD CONSTRAINT common_box_key PRIMARY KEY (tenant_id, unit_id, board_id, template_code, box_no);
ALTER TABLE ONLY tenant.common_box_version
    ADD CONSTRAINT common_box_version_key PRIMARY KEY (tenant_id, unit_id, board_id, template_code, box_no, version);
ALTER TABLE ONLY tenant.contact_confirmation
    ADD CONSTRAINT contact_confirmation_key PRIMARY KEY (tenant_id, confirmation_id);
ALTER TABLE ONLY tenant.contact
    ADD CONSTRAINT contact_key PRIMARY KEY (tenant_id, contact_id);
ALTER TABLE ONLY tenant.delivery
    ADD CONSTRAINT delivery_key PRIMARY KEY (tenant_id, submission_id, request_id);
ALTER TABLE ONLY tenant.entry_type
    ADD CONSTRAINT entry_type_key PRIMARY KEY (tenant_id, type);
ALTER TABLE ONLY tenant.evaluation_box
    ADD CONSTRAINT evaluation_box_key PRIMARY KEY (tenant_id, evaluation_id, box_no, version);
ALTER TABLE ONLY tenant.evaluation
    ADD CONSTRAINT evaluation_key PRIMARY KEY (tenant_id, evaluation_id);
ALTER TABLE ONLY tenant.evaluation_look
    ADD CONSTRAINT evaluation_look_key PRIMARY KEY (tenant_id, evaluation_id, look_no);
ALTER TABLE ONLY tenant.evaluation_presence
    ADD CONSTRAINT evaluation_presence_key PRIMARY KEY (tenant_id, person_id);
ALTER TABLE ONLY tenant.evaluation_release
    ADD CONSTRAINT evaluation_release_key PRIMARY KEY (tenant_id, release_id);
ALTER TABLE ONLY tenant.evaluation_setting
    ADD CONSTRAINT evaluation_setting_key PRIMARY KEY (tenant_id);
ALTER TABLE ONLY tenant.evaluation_task
    ADD CONSTRAINT evaluation_task_key PRIMARY KEY (tenant_id, task_id);
ALTER TABLE ONLY tenant.evaluator_setting
    ADD CONSTRAINT evaluator_setting_key PRIMARY KEY (tenant_id, person_id);
ALTER TABLE ONLY tenant.evidence_blob
    ADD CONSTRAINT evidence_blob_key PRIMARY KEY (tenant_id, blob_sha256);
ALTER TABLE ONLY tenant.evidence_blob
    ADD CONSTRAINT evidence_blob_once UNIQUE (tenant_id, blob_id);
ALTER TABLE ONLY tenant.evidence_grant
    ADD CONSTRAINT evidence_grant_key PRIMARY KEY (tenant_id, evidence_id, board_id);
ALTER TABLE ONLY tenant.evidence
    ADD CONSTRAINT evidence_key PRIMARY KEY (tenant_id, evidence_id);
ALTER TABLE ONLY tenant.evidence_reminder
    ADD CONSTRAINT evidence_reminder_key PRIMARY KEY (tenant_id, evidence_id, expires_on, stage);
ALTER TABLE ONLY tenant.evidence_sample
    ADD CONSTRAINT evidence_sample_key PRIMARY KEY (tenant_id, sample_id);
ALTER TABLE ONLY tenant.evidence_sample_piece
    ADD CONSTRAINT evidence_sample_piece_key PRIMARY KEY (tenant_id, sample_id, return_id, evidence_no);
ALTER TABLE ONLY tenant.evidence_sample_result
    ADD CONSTRAINT evidence_sample_result_key PRIMARY KEY (tenant_id, sample_id, return_id, evidence_no, result_no);
ALTER TABLE ONLY tenant.evidence_version
    ADD CONSTRAINT evidence_version_key PRIMARY KEY (tenant_id, evidence_id, version);
ALTER TABLE ONLY tenant.explanation
    ADD CONSTRAINT explanation_key PRIMARY KEY (tenant_id, explanation_id);
ALTER TABLE ONLY tenant.export_right
    ADD CONSTRAINT export_right_key PRIMARY KEY (tenant_id, right_id);
ALTER TABLE ONLY tenant.guidance
    ADD CONSTRAINT guidance_key PRIMARY KEY (tenant_id, guidance_id);
ALTER TABLE ONLY tenant.guidance_version
    ADD CONSTRAINT guidance_version_key PRIMARY KEY (tenant_id, guidance_id, version_no);
ALTER TABLE ONLY tenant.idempotency
    ADD CONSTRAINT idempotency_key PRIMARY KEY (tenant_id, key);
ALTER TABLE ONLY tenant.inherited_answer
    ADD CONSTRAINT inherited_answer_key PRIMARY KEY (tenant_id, unit_id, requirement_code);
ALTER TABLE ONLY tenant.inherited_box
    ADD CONSTRAINT inherited_box_key PRIMARY KEY (tenant_id, unit_id, request_id, box_no);
ALTER TABLE ONLY tenant.lead_officer
    ADD CONSTRAINT lead_officer_key PRIMARY KEY (tenant_id, unit_id, board_id);
ALTER TABLE ONLY tenant.mapping_draft
    ADD CONSTRAINT mapping_draft_key PRIMARY KEY (tenant_id, template_code, template_version, framework_code, framework_version);
ALTER TABLE ONLY tenant.merged_answer
    ADD CONSTRAINT merged_answer_key PRIMARY KEY (tenant_id, merged_id);
ALTER TABLE ONLY tenant.plan_answer
    ADD CONSTRAINT plan_answer_key PRIMARY KEY (tenant_id, plan_id, offer_no);
ALTER TABLE ONLY tenant.plan
    ADD CONSTRAINT plan_key PRIMARY KEY (tenant_id, plan_id);
ALTER TABLE ONLY tenant.plan_line
    ADD CONSTRAINT plan_line_key PRIMARY KEY (tenant_id, plan_id, offer_no, line_no);
ALTER TABLE ONLY tenant.plan_offer
    ADD CONSTRAINT plan_offer_key PRIMARY KEY (tenant_id, plan_id, offer_no);
ALTER TABLE ONLY tenant.presence
    ADD CONSTRAINT presence_key PRIMARY KEY (tenant_id, person_id, unit_id);
ALTER TABLE ONLY tenant.progress_report_action
    ADD CONSTRAINT progress_report_action_key PRIMARY KEY (tenant_id, report_id, board_id, action_id);
ALTER TABLE ONLY tenant.progress_report_evidence
    ADD CONSTRAINT progress_report_evidence_key PRIMARY KEY (tenant_id, report_id, board_id, line_no);
ALTER TABLE ONLY tenant.progress_report
    ADD CONSTRAINT progress_report_key PRIMARY KEY (tenant_id, report_id);
ALTER TABLE ONLY tenant.promise
    ADD CONSTRAINT promise_key PRIMARY KEY (tenant_id, unit_id, request_id, box_no);
ALTER TABLE ONLY tenant.register_change
    ADD CONSTRAINT register_change_key PRIMARY KEY (tenant_id, entry_id, change_no);
ALTER TABLE ONLY tenant.register_entry
    ADD CONSTRAINT register_entry_key PRIMARY KEY (tenant_id, entry_id);
ALTER TABLE ONLY tenant.register_entry
    ADD CONSTRAINT register_entry_of_agency_key UNIQUE (tenant_id, entry_id, agency_id);
ALTER TABLE ONLY tenant.remark
    ADD CONSTRAINT remark_key PRIMARY KEY (tenant_id, remark_id);
ALTER TABLE ONLY tenant.report_conclusion
    ADD CONSTRAINT report_conclusion_key PRIMARY KEY (tenant_id, report_id, kind, of_report, of_version, of_number);
ALTER TABLE ONLY tenant.report_draft
    ADD CONSTRAINT report_draft_key PRIMARY KEY (tenant_id, report_id, version_no);
ALTER TABLE ONLY tenant.report_file
    ADD CONSTRAINT report_file_key PRIMARY KEY (tenant_id, report_id, version_no, format);
ALTER TABLE ONLY tenant.report_file
    ADD CONSTRAINT report_file_once UNIQUE (tenant_id, file_id);
ALTER TABLE ONLY tenant.report_finish
    ADD CONSTRAINT report_finish_key PRIMARY KEY (tenant_id, report_id, version_no);
ALTER TABLE ONLY tenant.report
    ADD CONSTRAINT report_key PRIMARY KEY (tenant_id, report_id);
ALTER TABLE ONLY tenant.report_look
    ADD CONSTRAINT report_look_key PRIMARY KEY (tenant_id);
ALTER TABLE ONLY tenant.report
    ADD CONSTRAINT report_number UNIQUE (tenant_id, report_no);
ALTER TABLE ONLY tenant.report_paper
    ADD CONSTRAINT report_paper_key PRIMARY KEY (tenant_id, report_id, "position");
ALTER TABLE ONLY tenant.report_paper
    ADD CONSTRAINT report_paper_once UNIQUE (tenant_id, report_id, paper_id);
ALTER TABLE ONLY tenant.report_return
    ADD CONSTRAINT report_return_key PRIMARY KEY (tenant_id, report_id, "position");
ALTER TABLE ONLY tenant.report_return
    ADD CONSTRAINT report_return_once UNIQUE (tenant_id, report_id, return_id);
ALTER TABLE ONLY tenant.report_section
    ADD CONSTRAINT report_section_key PRIMARY KEY (tenant_id, report_id, version_no, section_key, save_no);
ALTER TABLE ONLY tenant.report_sign_off
    ADD CONSTRAINT report_sign_off_key PRIMARY KEY (tenant_id, report_id, version_no, sign_no);
ALTER TABLE ONLY tenant.report_version
    ADD CONSTRAINT report_version_key PRIMARY KEY (tenant_id, report_id, version_no);
ALTER TABLE ONLY tenant.request_change
    ADD CONSTRAINT request_change_key PRIMARY KEY (tenant_id, request_id, change_no);
ALTER TABLE ONLY tenant.request
    ADD CONSTRAINT request_key PRIMARY KEY (tenant_id, request_id);
ALTER TABLE ONLY tenant.request
    ADD CONSTRAINT request_of_agency_key UNIQUE (tenant_id, request_id, agency_id);
ALTER TABLE ONLY tenant.request_progress
    ADD CONSTRAINT request_progress_key PRIMARY KEY (tenant_id, request_id);
ALTER TABLE ONLY tenant.return_action
    ADD CONSTRAINT return_action_key PRIMARY KEY (tenant_id, return_id, version_no, line_no);
ALTER TABLE ONLY tenant.return_box
    ADD CONSTRAINT return_box_key PRIMARY KEY (tenant_id, return_id, version_no, box_no);
ALTER TABLE ONLY tenant.return_evidence_ask
    ADD CONSTRAINT return_evidence_ask_key PRIMARY KEY (tenant_id, ask_id);
ALTER TABLE ONLY tenant.return_evidence_decision
    ADD CONSTRAINT return_evidence_decision_key PRIMARY KEY (tenant_id, ask_id);
ALTER TABLE ONLY tenant.return_evidence
    ADD CONSTRAINT return_evidence_key PRIMARY KEY (tenant_id, return_id, version_no, evidence_no);
ALTER TABLE ONLY tenant.return_evidence_opening
    ADD CONSTRAINT return_evidence_opening_key PRIMARY KEY (tenant_id, opening_id);
ALTER TABLE ONLY tenant.return
    ADD CONSTRAINT return_key PRIMARY KEY (tenant_id, return_id);
ALTER TABLE ONLY tenant.return_level
    ADD CONSTRAINT return_level_key PRIMARY KEY (tenant_id, return_id, version_no, requirement_code);
ALTER TABLE ONLY tenant.return
    ADD CONSTRAINT return_of_agency_key UNIQUE (tenant_id, return_id, agency_id);
ALTER TABLE ONLY tenant.return
    ADD CONSTRAINT return_once_per_request UNIQUE (tenant_id, request_id);
ALTER TABLE ONLY tenant.return_opening
    ADD CONSTRAINT return_opening_key PRIMARY KEY (tenant_id, opening_id);
ALTER TABLE ONLY tenant.return_paper
    ADD CONSTRAINT return_paper_key PRIMARY KEY (tenant_id, request_id, version_no, kind, with_sources, format);
ALTER TABLE ONLY tenant.return_paper
    ADD CONSTRAINT return_paper_once UNIQUE (tenant_id, request_id, file_id);
ALTER TABLE ONLY tenant.return_version
    ADD CONSTRAINT return_version_key PRIMARY KEY (tenant_id, return_id, version_no);
ALTER TABLE ONLY tenant.return_version
    ADD CONSTRAINT return_version_of_agency_key UNIQUE (tenant_id, return_id, version_no, agency_id);
ALTER TABLE ONLY tenant.return_version
    ADD CONSTRAINT return_version_once_per_submission UNIQUE (tenant_id, submission_id, return_id);
ALTER TABLE ONLY tenant.review
    ADD CONSTRAINT review_key PRIMARY KEY (tenant_id, review_id);
ALTER TABLE ONLY tenant.review_note
    ADD CONSTRAINT review_note_key PRIMARY KEY (tenant_id, review_id, return_id, item, version);
ALTER TABLE ONLY tenant.review_return
    ADD CONSTRAINT review_return_key PRIMARY KEY (tenant_id, review_id, return_id);
ALTER TABLE ONLY tenant.rollup
    ADD CONSTRAINT rollup_key PRIMARY KEY (tenant_id, period, requirement_code, level);
ALTER TABLE ONLY tenant.sent_back_item
    ADD CONSTRAINT sent_back_item_key PRIMARY KEY (tenant_id, return_id, round_no, box_no);
ALTER TABLE ONLY tenant.sent_back
    ADD CONSTRAINT sent_back_key PRIMARY KEY (tenant_id, return_id, round_no);
ALTER TABLE ONLY tenant.share
    ADD CONSTRAINT share_key PRIMARY KEY (tenant_id, share_id);
ALTER TABLE ONLY tenant.share_return
    ADD CONSTRAINT share_return_key PRIMARY KEY (tenant_id, share_id, return_id);
ALTER TABLE ONLY tenant.sight
    ADD CONSTRAINT sight_key PRIMARY KEY (tenant_id, sight_id);
ALTER TABLE ONLY tenant.sign_off
    ADD CONSTRAINT sign_off_key PRIMARY KEY (tenant_id, return_id, version_no, party_role);
ALTER TABLE ONLY tenant.submission_answer
    ADD CONSTRAINT submission_answer_key PRIMARY KEY (tenant_id, submission_id, requirement_code);
ALTER TABLE ONLY tenant.submission_box
    ADD CONSTRAINT submission_box_key PRIMARY KEY (tenant_id, submission_id, board_id, line_no);
ALTER TABLE ONLY tenant.submission_commitment
    ADD CONSTRAINT submission_commitment_key PRIMARY KEY (tenant_id, submission_id, commitment_id);
ALTER TABLE ONLY tenant.submission_commitment_subject
    ADD CONSTRAINT submission_commitment_subject_key PRIMARY KEY (tenant_id, submission_id, commitment_id, subject_no);
ALTER TABLE ONLY tenant.submission_evidence
    ADD CONSTRAINT submission_evidence_key PRIMARY KEY (tenant_id, submission_id, board_id, line_no);
ALTER TABLE ONLY tenant.submission
    ADD CONSTRAINT submission_key PRIMARY KEY (tenant_id, submission_id);
ALTER TABLE ONLY tenant.submission_part
    ADD CONSTRAINT submission_part_key PRIMARY KEY (tenant_id, submission_id, requirement_code, facet_code);
ALTER TABLE ONLY tenant.submission_text
    ADD CONSTRAINT submission_text_key PRIMARY KEY (tenant_id, submission_id, requirement_code, role, facet_key);
ALTER TABLE ONLY tenant.support
    ADD CONSTRAINT support_key PRIMARY KEY (tenant_id, support_id);
ALTER TABLE ONLY tenant.support_organisation
    ADD CONSTRAINT support_organisation_key PRIMARY KEY (tenant_id, support_id, entry_id);
ALTER TABLE ONLY tenant.template_draft
    ADD CONSTRAINT template_draft_key PRIMARY KEY (tenant_id, template_code);
ALTER TABLE ONLY tenant.thread_follower
    ADD CONSTRAINT thread_follower_key PRIMARY KEY (tenant_id, thread_id, person_id);
ALTER TABLE ONLY tenant.thread
    ADD CONSTRAINT thread_key PRIMARY KEY (tenant_id, thread_id);
ALTER TABLE ONLY tenant.thread_message
    ADD CONSTRAINT thread_message_key PRIMARY KEY (tenant_id, thread_id, message_no);
ALTER TABLE ONLY tenant.thread_message
    ADD CONSTRAINT thread_message_once UNIQUE (tenant_id, thread_id, message_id);
ALTER TABLE ONLY tenant.thread
    ADD CONSTRAINT thread_of_agency_key UNIQUE (tenant_id, thread_id, agency_id);
ALTER TABLE ONLY tenant.unit
    ADD CONSTRAINT unit_key PRIMARY KEY (tenant_id, unit_id);
ALTER TABLE ONLY tenant.unit_record
    ADD CONSTRAINT unit_record_key PRIMARY KEY (tenant_id, unit_id, record_sha256);
CREATE INDEX item_facet_by_facet ON catalogue.item_facet USING btree (facet_code);
CREATE INDEX receipt_by_board ON directory.receipt USING btree (board_id, return_hash);
CREATE INDEX action_mail_of_action ON identity.action_mail USING btree (board_id, action_id);
CREATE INDEX client_by_party ON identity.client USING btree (party_id, issued_at);
CREATE UNIQUE INDEX client_consent_one_open ON identity.client_consent USING btree (client_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX colleague_invitation_by_link ON identity.colleague_invitation USING btree (link_id);
CREATE INDEX colleague_invitation_by_party ON identity.colleague_invitation USING btree (party_id);
CREATE INDEX link_by_person ON identity.link USING btree (person_id, purpose);
CREATE INDEX link_token_by_link ON identity.link_token USING btree (link_id);
CREATE INDEX mail_by_link ON identity.mail USING btree (link_id);
CREATE UNIQUE INDEX mail_by_return_path ON identity.mail USING btree (return_path) WHERE (return_path IS NOT NULL);
CREATE INDEX mail_open ON identity.mail USING btree (queued_at) WHERE (closed_at IS NULL);
CREATE INDEX membership_by_party ON identity.membership USING btree (party_id, person_id);
CREATE UNIQUE INDEX person_email_once ON identity.person USING btree (email);
CREATE INDEX session_by_client ON identity.session USING btree (client_id, expires_at) WHERE ((client_id IS NOT NULL) AND (ended_at IS NULL));
CREATE INDEX session_by_person ON identity.session USING btree (person_id) WHERE (ended_at IS NULL);
CREATE INDEX throttle_locked ON identity.throttle USING btree (locked_until) WHERE (locked_until IS NOT NULL);
CREATE INDEX job_by_source ON jobs.job USING btree (source_tenant, source_ref) WHERE (source_tenant IS NOT NULL);
CREATE INDEX job_copies_open ON jobs.job USING btree (source_tenant, target_ref, announced_at) WHERE (((kind)::text = 'deliver'::text) AND ((state)::text = ANY (ARRAY['waiting'::text, 'running'::text])));
CREATE INDEX job_due ON jobs.job USING btree (not_before) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX job_leased ON jobs.job USING btree (lease_until) WHERE ((state)::text = 'running'::text);
CREATE INDEX job_papers_due ON jobs.job USING btree (kind, not_before) WHERE (((state)::text = 'waiting'::text) AND ((kind)::text = ANY (ARRAY['make_paper'::text, 'make_long_paper'::text])));
CREATE INDEX job_parked ON jobs.job USING btree (kind, ended_at) WHERE ((state)::text = 'parked'::text);
CREATE INDEX trail_to_anchor ON jobs.trail USING btree (party_id) WHERE (anchored < sealed);
CREATE INDEX waking_at_due ON jobs.waking_at USING btree (at);
CREATE INDEX waking_due ON jobs.waking USING btree (on_day);
CREATE INDEX connection_by_agency ON tenancy.connection USING btree (agency_id, board_id);
CREATE INDEX join_request_by_board ON tenancy.join_request USING btree (board_id, entry_id);
CREATE INDEX merge_code_by_room ON tenancy.merge_code USING btree (room_id);
CREATE UNIQUE INDEX room_merge_goes_once ON tenancy.room_merge USING btree (goes_id) WHERE ((state)::text = 'open'::text);
CREATE UNIQUE INDEX room_merge_stays_once ON tenancy.room_merge USING btree (stays_id) WHERE ((state)::text = 'open'::text);
CREATE INDEX action_by_agency ON tenant.action USING btree (agency_id, tenant_id) WHERE (agency_id IS NOT NULL);
CREATE INDEX action_by_due ON tenant.action USING btree (tenant_id, state, by_on);
CREATE INDEX action_by_entry ON tenant.action USING btree (tenant_id, entry_id);
CREATE INDEX action_by_return ON tenant.action USING btree (tenant_id, return_id);
CREATE INDEX action_evidence_of_agency ON tenant.action_evidence USING btree (agency_id, blob_sha256);
CREATE INDEX action_evidence_opening_of_agency ON tenant.action_evidence_opening USING btree (agency_id, opened_at, opening_id);
CREATE UNIQUE INDEX assignment_once ON tenant.assignment USING btree (tenant_id, unit_id, place_kind, place, person_id) WHERE (ended_at IS NULL);
CREATE INDEX audit_entry_by_time ON tenant.audit_entry USING btree (tenant_id, COALESCE(business_at, at), entry_no);
CREATE INDEX chase_item_by_entry ON tenant.chase_item USING btree (tenant_id, entry_id);
CREATE INDEX chase_item_by_step ON tenant.chase_item USING btree (tenant_id, step_id, subject_id);
CREATE UNIQUE INDEX chase_mail_once_a_day ON tenant.chase_mail USING btree (tenant_id, lower((email)::text), on_day) WHERE ((state)::text <> 'stopped'::text);
CREATE UNIQUE INDEX chase_pause_once ON tenant.chase_pause USING btree (tenant_id, COALESCE(entry_id, step_id, tenant_id)) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX citation_once ON tenant.citation USING btree (tenant_id, unit_id, requirement_code, request_id, box_no, evidence_id) NULLS NOT DISTINCT WHERE (removed_at IS NULL);
CREATE INDEX commitment_by_unit ON tenant.commitment USING btree (tenant_id, unit_id);
CREATE INDEX contact_by_address ON tenant.contact USING btree (tenant_id, lower((email)::text)) WHERE (valid_to IS NULL);
CREATE INDEX contact_by_agency ON tenant.contact USING btree (agency_id, tenant_id) WHERE (agency_id IS NOT NULL);
CREATE INDEX contact_by_entry ON tenant.contact USING btree (tenant_id, entry_id);
CREATE INDEX contact_confirmation_by_agency ON tenant.contact_confirmation USING btree (agency_id, tenant_id);
CREATE INDEX contact_confirmation_by_entry ON tenant.contact_confirmation USING btree (tenant_id, entry_id, confirmed_at);
CREATE INDEX delivery_by_request ON tenant.delivery USING btree (tenant_id, request_id);
CREATE INDEX delivery_of_request ON tenant.delivery USING btree (tenant_id, request_id);
CREATE UNIQUE INDEX evaluation_look_one_open ON tenant.evaluation_look USING btree (tenant_id, evaluation_id) WHERE (outcome IS NULL);
CREATE UNIQUE INDEX evaluation_once ON tenant.evaluation USING btree (tenant_id, return_id, version_no);
CREATE INDEX evaluation_presence_by_evaluation ON tenant.evaluation_presence USING btree (tenant_id, evaluation_id);
CREATE INDEX evaluation_release_by_agency ON tenant.evaluation_release USING btree (agency_id, tenant_id);
CREATE UNIQUE INDEX evaluation_release_once ON tenant.evaluation_release USING btree (tenant_id, evaluation_id, release_no);
CREATE UNIQUE INDEX evaluation_task_once ON tenant.evaluation_task USING btree (tenant_id, return_id, section) WHERE (ended_at IS NULL);
CREATE INDEX evidence_sample_by_return ON tenant.evidence_sample USING btree (tenant_id, return_id, drawn_at);
CREATE INDEX evidence_sample_by_time ON tenant.evidence_sample USING btree (tenant_id, drawn_at);
CREATE INDEX evidence_sample_piece_drawn ON tenant.evidence_sample_piece USING btree (tenant_id, return_id) WHERE drawn;
CREATE INDEX explanation_by_request ON tenant.explanation USING btree (tenant_id, unit_id, request_id);
CREATE UNIQUE INDEX export_right_stands_once ON tenant.export_right USING btree (tenant_id, person_id) WHERE (ended_at IS NULL);
CREATE INDEX guidance_of_item ON tenant.guidance USING btree (tenant_id, template_code, template_version, item_code);
CREATE INDEX plan_answer_of_agency ON tenant.plan_answer USING btree (agency_id, tenant_id);
CREATE INDEX plan_line_of_agency ON tenant.plan_line USING btree (agency_id, tenant_id);
CREATE INDEX plan_of_agency ON tenant.plan USING btree (agency_id, tenant_id) WHERE (agency_id IS NOT NULL);
CREATE INDEX plan_offer_of_agency ON tenant.plan_offer USING btree (agency_id, tenant_id);
CREATE UNIQUE INDEX plan_open_once ON tenant.plan USING btree (tenant_id, return_id) WHERE ((return_id IS NOT NULL) AND (ratified_on IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX presence_by_place ON tenant.presence USING btree (tenant_id, unit_id, place_kind, place);
CREATE INDEX progress_report_of_commitment ON tenant.progress_report USING btree (tenant_id, commitment_id, at);
CREATE INDEX register_entry_by_agency ON tenant.register_entry USING btree (tenant_id, agency_id);
CREATE INDEX register_entry_by_parent ON tenant.register_entry USING btree (tenant_id, parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX remark_by_place ON tenant.remark USING btree (tenant_id, unit_id, place_kind, place);
CREATE INDEX report_of_audit ON tenant.report USING btree (tenant_id, audit_id) WHERE (audit_id IS NOT NULL);
CREATE INDEX report_of_return ON tenant.report USING btree (tenant_id, return_id) WHERE (return_id IS NOT NULL);
CREATE INDEX report_return_of ON tenant.report_return USING btree (tenant_id, return_id);
CREATE INDEX request_by_agency ON tenant.request USING btree (agency_id, tenant_id) WHERE (agency_id IS NOT NULL);
CREATE INDEX request_by_audit ON tenant.request USING btree (tenant_id, audit_id, due_on);
CREATE INDEX request_by_due ON tenant.request USING btree (tenant_id, due_on) WHERE ((state)::text = 'open'::text);
CREATE INDEX request_by_entry ON tenant.request USING btree (tenant_id, entry_id) WHERE (entry_id IS NOT NULL);
CREATE INDEX request_progress_by_agency ON tenant.request_progress USING btree (agency_id, tenant_id);
CREATE INDEX return_by_agency ON tenant.return USING btree (agency_id, tenant_id) WHERE (agency_id IS NOT NULL);
CREATE INDEX return_evidence_ask_by_day ON tenant.return_evidence_ask USING btree (tenant_id, state, due_on);
CREATE INDEX return_evidence_ask_of_agency ON tenant.return_evidence_ask USING btree (agency_id, tenant_id);
CREATE UNIQUE INDEX return_evidence_ask_open_once ON tenant.return_evidence_ask USING btree (tenant_id, return_id, version_no, evidence_no) WHERE ((state)::text = 'open'::text);
CREATE INDEX return_evidence_opening_of_agency ON tenant.return_evidence_opening USING btree (agency_id, opened_at, opening_id);
CREATE INDEX return_opening_of_agency ON tenant.return_opening USING btree (agency_id, opened_at, opening_id);
CREATE INDEX return_version_by_agency ON tenant.return_version USING btree (agency_id, tenant_id) WHERE (agency_id IS NOT NULL);
CREATE INDEX review_by_person ON tenant.review USING btree (tenant_id, person_id);
CREATE INDEX review_return_by_return ON tenant.review_return USING btree (tenant_id, return_id);
CREATE INDEX sent_back_by_agency ON tenant.sent_back USING btree (agency_id, tenant_id) WHERE (agency_id IS NOT NULL);
CREATE INDEX sent_back_item_by_agency ON tenant.sent_back_item USING btree (agency_id, tenant_id) WHERE (agency_id IS NOT NULL);
CREATE INDEX sent_back_item_of_thread ON tenant.sent_back_item USING btree (tenant_id, thread_id) WHERE (thread_id IS NOT NULL);
CREATE UNIQUE INDEX sent_back_one_open ON tenant.sent_back USING btree (tenant_id, return_id, version_no) WHERE (withdrawn_at IS NULL);
CREATE INDEX share_by_borrower ON tenant.share USING btree (to_party, tenant_id);
CREATE INDEX sight_by_viewer ON tenant.sight USING btree (to_party, tenant_id);
CREATE UNIQUE INDEX sight_stands_once ON tenant.sight USING btree (tenant_id, to_party) WHERE (ended_at IS NULL);
CREATE INDEX submission_by_time ON tenant.submission USING btree (tenant_id, submitted_at);
CREATE INDEX support_by_date ON tenant.support USING btree (tenant_id, on_date);
CREATE INDEX thread_of_agency ON tenant.thread USING btree (agency_id, tenant_id, request_id);
CREATE INDEX thread_waiting ON tenant.thread USING btree (tenant_id, waits_for, waiting_since);
CREATE UNIQUE INDEX unit_one_root ON tenant.unit USING btree (tenant_id) WHERE (parent_unit_id IS NULL);
CREATE TRIGGER audit_entry_waits AFTER INSERT ON tenant.audit_entry FOR EACH ROW EXECUTE FUNCTION app.note_unsealed();
CREATE TRIGGER request_is_counted AFTER INSERT ON tenant.request REFERENCING NEW TABLE AS asked FOR EACH STATEMENT EXECUTE FUNCTION app.count_asked();
CREATE TRIGGER request_is_gone AFTER DELETE ON tenant.request FOR EACH ROW EXECUTE FUNCTION app.count_request();
CREATE TRIGGER request_is_joined AFTER UPDATE OF agency_id ON tenant.request FOR EACH ROW WHEN (((old.agency_id IS NULL) AND (new.agency_id IS NOT NULL))) EXECUTE FUNCTION app.count_joined();
CREATE TRIGGER request_moves AFTER UPDATE OF state, left_out ON tenant.request FOR EACH ROW WHEN ((((old.state)::text IS DISTINCT FROM (new.state)::text) OR ((old.left_out)::text IS DISTINCT FROM (new.left_out)::text))) EXECUTE FUNCTION app.count_request();
CREATE TRIGGER return_box_is_redacted AFTER UPDATE OF salt ON tenant.return_box FOR EACH ROW WHEN (((old.salt IS NOT NULL) AND (new.salt IS NULL))) EXECUTE FUNCTION app.say_redacted();
CREATE TRIGGER return_box_redaction_is_dated BEFORE UPDATE OF salt ON tenant.return_box FOR EACH ROW WHEN (((old.salt IS NOT NULL) AND (new.salt IS NULL))) EXECUTE FUNCTION app.date_redaction();
CREATE TRIGGER return_is_counted AFTER INSERT OR DELETE ON tenant.return FOR EACH ROW EXECUTE FUNCTION app.count_return();
CREATE TRIGGER return_is_superseded AFTER UPDATE OF latest_version ON tenant.return FOR EACH ROW WHEN (((new.latest_version)::integer > (old.latest_version)::integer)) EXECUTE FUNCTION app.say_superseded();
CREATE TRIGGER return_moves AFTER UPDATE OF state ON tenant.return FOR EACH ROW WHEN (((old.state)::text IS DISTINCT FROM (new.state)::text)) EXECUTE FUNCTION app.count_return();
ALTER TABLE ONLY catalogue.box
    ADD CONSTRAINT box_item FOREIGN KEY (template_code, version, item_code) REFERENCES catalogue.template_item(template_code, version, item_code);
ALTER TABLE ONLY catalogue.box
    ADD CONSTRAINT box_template FOREIGN KEY (template_code, version) REFERENCES catalogue.template_version(template_code, version);
ALTER TABLE ONLY catalogue.facet
    ADD CONSTRAINT facet_requirement FOREIGN KEY (requirement_code) REFERENCES catalogue.requirement(requirement_code);
ALTER TABLE ONLY catalogue.item_facet
    ADD CONSTRAINT item_facet_facet FOREIGN KEY (facet_code) REFERENCES catalogue.facet(facet_code);
ALTER TABLE ONLY catalogue.item_facet
    ADD CONSTRAINT item_facet_item FOREIGN KEY (template_code, template_version, item_code) REFERENCES catalogue.template_item(template_code, version, item_code);
ALTER TABLE ONLY catalogue.item_facet
    ADD CONSTRAINT item_facet_mapping FOREIGN KEY (template_code, template_version, framework_code, framework_version, version) REFERENCES catalogue.mapping_version(template_code, template_version, framework_code, framework_version, version);
ALTER TABLE ONLY catalogue.mapping_version
    ADD CONSTRAINT mapping_version_framework FOREIGN KEY (framework_code, framework_version) REFERENCES catalogue.framework_version(framework_code, version);
ALTER TABLE ONLY catalogue.mapping_version
    ADD CONSTRAINT mapping_version_template FOREIGN KEY (template_code, template_version) REFERENCES catalogue.template_version(template_code, version);
ALTER TABLE ONLY catalogue.requirement
    ADD CONSTRAINT requirement_framework FOREIGN KEY (framework_code, since_version) REFERENCES catalogue.framework_version(framework_code, version);
ALTER TABLE ONLY catalogue.template_item
    ADD CONSTRAINT template_item_template FOREIGN KEY (template_code, version) REFERENCES catalogue.template_version(template_code, version);
ALTER TABLE ONLY catalogue.template_version
    ADD CONSTRAINT template_version_edition FOREIGN KEY (edition_of_code, edition_of_version) REFERENCES catalogue.template_version(template_code, version);
ALTER TABLE ONLY catalogue.template_version
    ADD CONSTRAINT template_version_owner FOREIGN KEY (owner_party) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY directory.organisation
    ADD CONSTRAINT organisation_successor FOREIGN KEY (successor_id) REFERENCES directory.organisation(organisation_id);
ALTER TABLE ONLY directory.receipt
    ADD CONSTRAINT receipt_board FOREIGN KEY (board_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY identity.client_consent
    ADD CONSTRAINT client_consent_client FOREIGN KEY (client_id) REFERENCES identity.client(client_id);
ALTER TABLE ONLY identity.client_consent
    ADD CONSTRAINT client_consent_membership FOREIGN KEY (membership_id) REFERENCES identity.membership(membership_id);
ALTER TABLE ONLY identity.client_consent
    ADD CONSTRAINT client_consent_program FOREIGN KEY (program_membership_id) REFERENCES identity.membership(membership_id);
ALTER TABLE ONLY identity.client
    ADD CONSTRAINT client_issued_by FOREIGN KEY (issued_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY identity.client
    ADD CONSTRAINT client_party FOREIGN KEY (party_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY identity.client
    ADD CONSTRAINT client_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);
ALTER TABLE ONLY identity.client
    ADD CONSTRAINT client_revoked_by FOREIGN KEY (revoked_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY identity.client_secret
    ADD CONSTRAINT client_secret_client FOREIGN KEY (client_id) REFERENCES identity.client(client_id);
ALTER TABLE ONLY identity.client_secret
    ADD CONSTRAINT client_secret_issued_by FOREIGN KEY (issued_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY identity.colleague_invitation
    ADD CONSTRAINT colleague_invitation_by FOREIGN KEY (invited_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY identity.colleague_invitation
    ADD CONSTRAINT colleague_invitation_link FOREIGN KEY (link_id) REFERENCES identity.link(link_id);
ALTER TABLE ONLY identity.colleague_invitation
    ADD CONSTRAINT colleague_invitation_party FOREIGN KEY (party_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY identity.credential
    ADD CONSTRAINT credential_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);
ALTER TABLE ONLY identity.link
    ADD CONSTRAINT link_party FOREIGN KEY (party_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY identity.link
    ADD CONSTRAINT link_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);
ALTER TABLE ONLY identity.link_token
    ADD CONSTRAINT link_token_link FOREIGN KEY (link_id) REFERENCES identity.link(link_id);
ALTER TABLE ONLY identity.mail
    ADD CONSTRAINT mail_link FOREIGN KEY (link_id) REFERENCES identity.link(link_id);
ALTER TABLE ONLY identity.mail
    ADD CONSTRAINT mail_party FOREIGN KEY (party_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY identity.membership
    ADD CONSTRAINT membership_party FOREIGN KEY (party_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY identity.membership
    ADD CONSTRAINT membership_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);
ALTER TABLE ONLY identity.membership
    ADD CONSTRAINT membership_unit FOREIGN KEY (party_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id);
ALTER TABLE ONLY identity.recovery_code
    ADD CONSTRAINT recovery_code_person FOREIGN KEY (person_id) REFERENCES identity.second_factor(person_id);
ALTER TABLE ONLY identity.second_factor
    ADD CONSTRAINT second_factor_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);
ALTER TABLE ONLY identity.session
    ADD CONSTRAINT session_client FOREIGN KEY (client_id) REFERENCES identity.client(client_id);
ALTER TABLE ONLY identity.session
    ADD CONSTRAINT session_membership FOREIGN KEY (membership_id, person_id, party_id) REFERENCES identity.membership(membership_id, person_id, party_id);
ALTER TABLE ONLY identity.told_of_answer
    ADD CONSTRAINT told_of_answer_membership FOREIGN KEY (membership_id) REFERENCES identity.membership(membership_id);
ALTER TABLE ONLY jobs.job
    ADD CONSTRAINT job_kind FOREIGN KEY (kind) REFERENCES jobs.kind(kind);
ALTER TABLE ONLY jobs.job
    ADD CONSTRAINT job_party FOREIGN KEY (party_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY jobs.job
    ADD CONSTRAINT job_source FOREIGN KEY (source_tenant) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY jobs.paper_turn
    ADD CONSTRAINT paper_turn_kind FOREIGN KEY (kind) REFERENCES jobs.kind(kind);
ALTER TABLE ONLY jobs.paper_turn
    ADD CONSTRAINT paper_turn_party FOREIGN KEY (party_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY jobs.waking_at
    ADD CONSTRAINT waking_at_party FOREIGN KEY (party_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY jobs.waking
    ADD CONSTRAINT waking_party FOREIGN KEY (party_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenancy.connection
    ADD CONSTRAINT connection_agency FOREIGN KEY (agency_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenancy.connection
    ADD CONSTRAINT connection_board FOREIGN KEY (board_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenancy.invitation
    ADD CONSTRAINT invitation_agency FOREIGN KEY (agency_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenancy.invitation
    ADD CONSTRAINT invitation_board FOREIGN KEY (board_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenancy.join_request
    ADD CONSTRAINT join_request_agency FOREIGN KEY (agency_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenancy.join_request
    ADD CONSTRAINT join_request_board FOREIGN KEY (board_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenancy.join_request
    ADD CONSTRAINT join_request_organisation FOREIGN KEY (organisation_id) REFERENCES directory.organisation(organisation_id);
ALTER TABLE ONLY tenancy.join_request
    ADD CONSTRAINT join_request_room FOREIGN KEY (room_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenancy.join_request
    ADD CONSTRAINT join_request_room_lead FOREIGN KEY (room_membership_id) REFERENCES identity.membership(membership_id);
ALTER TABLE ONLY tenancy.merge_code
    ADD CONSTRAINT merge_code_made_by FOREIGN KEY (made_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenancy.merge_code
    ADD CONSTRAINT merge_code_room FOREIGN KEY (room_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenancy.party
    ADD CONSTRAINT party_merged_into FOREIGN KEY (merged_into) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenancy.party
    ADD CONSTRAINT party_organisation FOREIGN KEY (organisation_id) REFERENCES directory.organisation(organisation_id);
ALTER TABLE ONLY tenancy.party_profile
    ADD CONSTRAINT party_profile_party FOREIGN KEY (party_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenancy.room_merge
    ADD CONSTRAINT room_merge_goes FOREIGN KEY (goes_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenancy.room_merge
    ADD CONSTRAINT room_merge_goes_agreed_by FOREIGN KEY (goes_agreed_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenancy.room_merge
    ADD CONSTRAINT room_merge_proposed_by FOREIGN KEY (proposed_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenancy.room_merge
    ADD CONSTRAINT room_merge_stays FOREIGN KEY (stays_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenancy.room_merge
    ADD CONSTRAINT room_merge_stays_agreed_by FOREIGN KEY (stays_agreed_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.action
    ADD CONSTRAINT action_entry FOREIGN KEY (tenant_id, entry_id) REFERENCES tenant.register_entry(tenant_id, entry_id) DEFERRABLE;
ALTER TABLE ONLY tenant.action_evidence
    ADD CONSTRAINT action_evidence_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.action_evidence_opening
    ADD CONSTRAINT action_evidence_opening_by FOREIGN KEY (opened_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.action_evidence_opening
    ADD CONSTRAINT action_evidence_opening_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.action_evidence_opening
    ADD CONSTRAINT action_evidence_opening_piece FOREIGN KEY (tenant_id, action_id, status_no, evidence_no) REFERENCES tenant.action_evidence(tenant_id, action_id, status_no, evidence_no) DEFERRABLE;
ALTER TABLE ONLY tenant.action_evidence
    ADD CONSTRAINT action_evidence_status FOREIGN KEY (tenant_id, action_id, status_no) REFERENCES tenant.action_status(tenant_id, action_id, status_no) DEFERRABLE;
ALTER TABLE ONLY tenant.action
    ADD CONSTRAINT action_form FOREIGN KEY (template_code, template_version) REFERENCES catalogue.template_version(template_code, version);
ALTER TABLE ONLY tenant.action
    ADD CONSTRAINT action_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.action_link
    ADD CONSTRAINT action_link_action FOREIGN KEY (board_id, action_id, tenant_id) REFERENCES tenant.action(tenant_id, action_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.action_link
    ADD CONSTRAINT action_link_commitment FOREIGN KEY (tenant_id, commitment_id) REFERENCES tenant.commitment(tenant_id, commitment_id) DEFERRABLE;
ALTER TABLE ONLY tenant.action_status
    ADD CONSTRAINT action_status_action FOREIGN KEY (tenant_id, action_id) REFERENCES tenant.action(tenant_id, action_id) DEFERRABLE;
ALTER TABLE ONLY tenant.action
    ADD CONSTRAINT action_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.action
    ADD CONSTRAINT action_unit FOREIGN KEY (agency_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.action
    ADD CONSTRAINT action_version FOREIGN KEY (tenant_id, return_id, version_no) REFERENCES tenant.return_version(tenant_id, return_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.action
    ADD CONSTRAINT action_with FOREIGN KEY (with_person) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.answer
    ADD CONSTRAINT answer_confirmed_by FOREIGN KEY (confirmed_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.answer_part
    ADD CONSTRAINT answer_part_answer FOREIGN KEY (tenant_id, unit_id, requirement_code) REFERENCES tenant.answer(tenant_id, unit_id, requirement_code) DEFERRABLE;
ALTER TABLE ONLY tenant.answer_part
    ADD CONSTRAINT answer_part_facet FOREIGN KEY (requirement_code, facet_code) REFERENCES catalogue.facet(requirement_code, facet_code);
ALTER TABLE ONLY tenant.answer
    ADD CONSTRAINT answer_requirement FOREIGN KEY (requirement_code) REFERENCES catalogue.requirement(requirement_code);
ALTER TABLE ONLY tenant.answer
    ADD CONSTRAINT answer_saved_by FOREIGN KEY (saved_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.answer_text
    ADD CONSTRAINT answer_text_answer FOREIGN KEY (tenant_id, unit_id, requirement_code) REFERENCES tenant.answer(tenant_id, unit_id, requirement_code) DEFERRABLE;
ALTER TABLE ONLY tenant.answer_text
    ADD CONSTRAINT answer_text_facet FOREIGN KEY (requirement_code, facet_code) REFERENCES catalogue.facet(requirement_code, facet_code);
ALTER TABLE ONLY tenant.answer
    ADD CONSTRAINT answer_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.answer_version
    ADD CONSTRAINT answer_version_answer FOREIGN KEY (tenant_id, unit_id, requirement_code) REFERENCES tenant.answer(tenant_id, unit_id, requirement_code) DEFERRABLE;
ALTER TABLE ONLY tenant.asking
    ADD CONSTRAINT asking_audit FOREIGN KEY (tenant_id, audit_id) REFERENCES tenant.audit(tenant_id, audit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.asking
    ADD CONSTRAINT asking_by FOREIGN KEY (asked_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.asking
    ADD CONSTRAINT asking_entry FOREIGN KEY (tenant_id, entry_id) REFERENCES tenant.register_entry(tenant_id, entry_id) DEFERRABLE;
ALTER TABLE ONLY tenant.assignment
    ADD CONSTRAINT assignment_given_by FOREIGN KEY (given_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.assignment
    ADD CONSTRAINT assignment_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.assignment
    ADD CONSTRAINT assignment_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.audit_count
    ADD CONSTRAINT audit_count_audit FOREIGN KEY (tenant_id, audit_id) REFERENCES tenant.audit(tenant_id, audit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.audit
    ADD CONSTRAINT audit_opened_by FOREIGN KEY (opened_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.audit_seal
    ADD CONSTRAINT audit_seal_entry FOREIGN KEY (tenant_id, entry_no) REFERENCES tenant.audit_entry(tenant_id, entry_no) DEFERRABLE;
ALTER TABLE ONLY tenant.audit
    ADD CONSTRAINT audit_template FOREIGN KEY (template_code, template_version) REFERENCES catalogue.template_version(template_code, version);
ALTER TABLE ONLY tenant.audit
    ADD CONSTRAINT audit_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.board_answer
    ADD CONSTRAINT board_answer_joined FOREIGN KEY (board_id, tenant_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.board_answer
    ADD CONSTRAINT board_answer_requirement FOREIGN KEY (requirement_code) REFERENCES catalogue.requirement(requirement_code);
ALTER TABLE ONLY tenant.board_answer
    ADD CONSTRAINT board_answer_saved_by FOREIGN KEY (saved_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.board_answer
    ADD CONSTRAINT board_answer_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.board_answer_version
    ADD CONSTRAINT board_answer_version_answer FOREIGN KEY (tenant_id, unit_id, board_id, requirement_code) REFERENCES tenant.board_answer(tenant_id, unit_id, board_id, requirement_code) DEFERRABLE;
ALTER TABLE ONLY tenant.board_answer_version
    ADD CONSTRAINT board_answer_version_saved_by FOREIGN KEY (saved_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.board_box
    ADD CONSTRAINT board_box_request FOREIGN KEY (board_id, request_id, tenant_id) REFERENCES tenant.request(tenant_id, request_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.board_box
    ADD CONSTRAINT board_box_saved_by FOREIGN KEY (saved_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.board_box
    ADD CONSTRAINT board_box_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.board_box_version
    ADD CONSTRAINT board_box_version_box FOREIGN KEY (tenant_id, unit_id, request_id, box_no, kind) REFERENCES tenant.board_box(tenant_id, unit_id, request_id, box_no, kind) DEFERRABLE;
ALTER TABLE ONLY tenant.board_box_version
    ADD CONSTRAINT board_box_version_saved_by FOREIGN KEY (saved_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.box_source
    ADD CONSTRAINT box_source_box FOREIGN KEY (tenant_id, return_id, version_no, box_no) REFERENCES tenant.return_box(tenant_id, return_id, version_no, box_no) DEFERRABLE;
ALTER TABLE ONLY tenant.chase_decision
    ADD CONSTRAINT chase_decision_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.chase_item
    ADD CONSTRAINT chase_item_entry FOREIGN KEY (tenant_id, entry_id) REFERENCES tenant.register_entry(tenant_id, entry_id) DEFERRABLE;
ALTER TABLE ONLY tenant.chase_item
    ADD CONSTRAINT chase_item_mail FOREIGN KEY (tenant_id, mail_id) REFERENCES tenant.chase_mail(tenant_id, mail_id) DEFERRABLE;
ALTER TABLE ONLY tenant.chase_item
    ADD CONSTRAINT chase_item_step FOREIGN KEY (tenant_id, step_id, step_version) REFERENCES tenant.chase_step(tenant_id, step_id, version) DEFERRABLE;
ALTER TABLE ONLY tenant.chase_mail
    ADD CONSTRAINT chase_mail_contact FOREIGN KEY (tenant_id, contact_id) REFERENCES tenant.contact(tenant_id, contact_id) DEFERRABLE;
ALTER TABLE ONLY tenant.chase_mail
    ADD CONSTRAINT chase_mail_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.chase_pause
    ADD CONSTRAINT chase_pause_entry FOREIGN KEY (tenant_id, entry_id) REFERENCES tenant.register_entry(tenant_id, entry_id) DEFERRABLE;
ALTER TABLE ONLY tenant.chase_pause
    ADD CONSTRAINT chase_pause_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.chase_setting
    ADD CONSTRAINT chase_setting_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.chase_step
    ADD CONSTRAINT chase_step_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.citation
    ADD CONSTRAINT citation_by FOREIGN KEY (cited_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.citation
    ADD CONSTRAINT citation_evidence FOREIGN KEY (tenant_id, evidence_id) REFERENCES tenant.evidence(tenant_id, evidence_id) DEFERRABLE;
ALTER TABLE ONLY tenant.citation
    ADD CONSTRAINT citation_request FOREIGN KEY (board_id, request_id, tenant_id) REFERENCES tenant.request(tenant_id, request_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.citation
    ADD CONSTRAINT citation_requirement FOREIGN KEY (requirement_code) REFERENCES catalogue.requirement(requirement_code);
ALTER TABLE ONLY tenant.citation
    ADD CONSTRAINT citation_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.commitment
    ADD CONSTRAINT commitment_joined FOREIGN KEY (board_id, tenant_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.commitment
    ADD CONSTRAINT commitment_saved_by FOREIGN KEY (saved_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.commitment_subject
    ADD CONSTRAINT commitment_subject_commitment FOREIGN KEY (tenant_id, commitment_id) REFERENCES tenant.commitment(tenant_id, commitment_id) DEFERRABLE;
ALTER TABLE ONLY tenant.commitment_subject
    ADD CONSTRAINT commitment_subject_request FOREIGN KEY (board_id, request_id, tenant_id) REFERENCES tenant.request(tenant_id, request_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.commitment_subject
    ADD CONSTRAINT commitment_subject_requirement FOREIGN KEY (requirement_code) REFERENCES catalogue.requirement(requirement_code);
ALTER TABLE ONLY tenant.commitment
    ADD CONSTRAINT commitment_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.commitment_version
    ADD CONSTRAINT commitment_version_commitment FOREIGN KEY (tenant_id, commitment_id) REFERENCES tenant.commitment(tenant_id, commitment_id) DEFERRABLE;
ALTER TABLE ONLY tenant.commitment_version
    ADD CONSTRAINT commitment_version_saved_by FOREIGN KEY (saved_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.common_box
    ADD CONSTRAINT common_box_joined FOREIGN KEY (board_id, tenant_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.common_box
    ADD CONSTRAINT common_box_saved_by FOREIGN KEY (saved_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.common_box
    ADD CONSTRAINT common_box_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.common_box_version
    ADD CONSTRAINT common_box_version_box FOREIGN KEY (tenant_id, unit_id, board_id, template_code, box_no) REFERENCES tenant.common_box(tenant_id, unit_id, board_id, template_code, box_no) DEFERRABLE;
ALTER TABLE ONLY tenant.common_box_version
    ADD CONSTRAINT common_box_version_saved_by FOREIGN KEY (saved_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.contact_confirmation
    ADD CONSTRAINT contact_confirmation_of_agency FOREIGN KEY (tenant_id, entry_id, agency_id) REFERENCES tenant.register_entry(tenant_id, entry_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.contact
    ADD CONSTRAINT contact_entry FOREIGN KEY (tenant_id, entry_id) REFERENCES tenant.register_entry(tenant_id, entry_id) DEFERRABLE;
ALTER TABLE ONLY tenant.contact
    ADD CONSTRAINT contact_of_agency FOREIGN KEY (tenant_id, entry_id, agency_id) REFERENCES tenant.register_entry(tenant_id, entry_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.contact
    ADD CONSTRAINT contact_replaces FOREIGN KEY (tenant_id, replaces_id) REFERENCES tenant.contact(tenant_id, contact_id) DEFERRABLE;
ALTER TABLE ONLY tenant.contact
    ADD CONSTRAINT contact_role FOREIGN KEY (role) REFERENCES catalogue.contact_role(role);
ALTER TABLE ONLY tenant.contact
    ADD CONSTRAINT contact_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.delivery
    ADD CONSTRAINT delivery_mapping FOREIGN KEY (template_code, template_version, framework_code, framework_version, mapping_version) REFERENCES catalogue.mapping_version(template_code, template_version, framework_code, framework_version, version);
ALTER TABLE ONLY tenant.delivery
    ADD CONSTRAINT delivery_return_version FOREIGN KEY (board_id, return_id, version_no, tenant_id) REFERENCES tenant.return_version(tenant_id, return_id, version_no, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.delivery
    ADD CONSTRAINT delivery_submission FOREIGN KEY (tenant_id, submission_id) REFERENCES tenant.submission(tenant_id, submission_id) DEFERRABLE;
ALTER TABLE ONLY tenant.delivery
    ADD CONSTRAINT delivery_template FOREIGN KEY (template_code, template_version) REFERENCES catalogue.template_version(template_code, version);
ALTER TABLE ONLY tenant.delivery
    ADD CONSTRAINT delivery_was_asked_for FOREIGN KEY (board_id, request_id, tenant_id) REFERENCES tenant.request(tenant_id, request_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.entry_type
    ADD CONSTRAINT entry_type_by FOREIGN KEY (changed_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.entry_type
    ADD CONSTRAINT entry_type_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.evaluation_box
    ADD CONSTRAINT evaluation_box_by FOREIGN KEY (by_person) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.evaluation_box
    ADD CONSTRAINT evaluation_box_evaluation FOREIGN KEY (tenant_id, evaluation_id) REFERENCES tenant.evaluation(tenant_id, evaluation_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evaluation_look
    ADD CONSTRAINT evaluation_look_closed_by FOREIGN KEY (closed_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.evaluation_look
    ADD CONSTRAINT evaluation_look_evaluation FOREIGN KEY (tenant_id, evaluation_id) REFERENCES tenant.evaluation(tenant_id, evaluation_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evaluation_look
    ADD CONSTRAINT evaluation_look_sent_by FOREIGN KEY (sent_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.evaluation_presence
    ADD CONSTRAINT evaluation_presence_evaluation FOREIGN KEY (tenant_id, evaluation_id) REFERENCES tenant.evaluation(tenant_id, evaluation_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evaluation_presence
    ADD CONSTRAINT evaluation_presence_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.evaluation_release
    ADD CONSTRAINT evaluation_release_by FOREIGN KEY (released_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.evaluation_release
    ADD CONSTRAINT evaluation_release_evaluation FOREIGN KEY (tenant_id, evaluation_id) REFERENCES tenant.evaluation(tenant_id, evaluation_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evaluation_release
    ADD CONSTRAINT evaluation_release_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evaluation_release
    ADD CONSTRAINT evaluation_release_version FOREIGN KEY (tenant_id, return_id, version_no) REFERENCES tenant.return_version(tenant_id, return_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.evaluation_release
    ADD CONSTRAINT evaluation_release_version_of_agency FOREIGN KEY (tenant_id, return_id, version_no, agency_id) REFERENCES tenant.return_version(tenant_id, return_id, version_no, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evaluation_setting
    ADD CONSTRAINT evaluation_setting_by FOREIGN KEY (changed_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.evaluation_setting
    ADD CONSTRAINT evaluation_setting_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.evaluation
    ADD CONSTRAINT evaluation_started_by FOREIGN KEY (started_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.evaluation_task
    ADD CONSTRAINT evaluation_task_ended_by FOREIGN KEY (ended_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.evaluation_task
    ADD CONSTRAINT evaluation_task_given_by FOREIGN KEY (given_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.evaluation_task
    ADD CONSTRAINT evaluation_task_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.evaluation_task
    ADD CONSTRAINT evaluation_task_return FOREIGN KEY (tenant_id, return_id) REFERENCES tenant.return(tenant_id, return_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evaluation
    ADD CONSTRAINT evaluation_version FOREIGN KEY (tenant_id, return_id, version_no) REFERENCES tenant.return_version(tenant_id, return_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.evaluator_setting
    ADD CONSTRAINT evaluator_setting_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.evaluator_setting
    ADD CONSTRAINT evaluator_setting_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.evidence
    ADD CONSTRAINT evidence_blob_kept FOREIGN KEY (tenant_id, blob_sha256) REFERENCES tenant.evidence_blob(tenant_id, blob_sha256) DEFERRABLE;
ALTER TABLE ONLY tenant.evidence_blob
    ADD CONSTRAINT evidence_blob_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.evidence_grant
    ADD CONSTRAINT evidence_grant_by FOREIGN KEY (granted_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.evidence_grant
    ADD CONSTRAINT evidence_grant_evidence FOREIGN KEY (tenant_id, evidence_id) REFERENCES tenant.evidence(tenant_id, evidence_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evidence_grant
    ADD CONSTRAINT evidence_grant_joined FOREIGN KEY (board_id, tenant_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evidence_reminder
    ADD CONSTRAINT evidence_reminder_evidence FOREIGN KEY (tenant_id, evidence_id) REFERENCES tenant.evidence(tenant_id, evidence_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evidence_sample
    ADD CONSTRAINT evidence_sample_audit FOREIGN KEY (tenant_id, audit_id) REFERENCES tenant.audit(tenant_id, audit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evidence_sample
    ADD CONSTRAINT evidence_sample_by FOREIGN KEY (drawn_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.evidence_sample_piece
    ADD CONSTRAINT evidence_sample_piece_piece FOREIGN KEY (tenant_id, return_id, version_no, evidence_no) REFERENCES tenant.return_evidence(tenant_id, return_id, version_no, evidence_no) DEFERRABLE;
ALTER TABLE ONLY tenant.evidence_sample_piece
    ADD CONSTRAINT evidence_sample_piece_sample FOREIGN KEY (tenant_id, sample_id) REFERENCES tenant.evidence_sample(tenant_id, sample_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evidence_sample_result
    ADD CONSTRAINT evidence_sample_result_by FOREIGN KEY (by_person) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.evidence_sample_result
    ADD CONSTRAINT evidence_sample_result_piece FOREIGN KEY (tenant_id, sample_id, return_id, evidence_no) REFERENCES tenant.evidence_sample_piece(tenant_id, sample_id, return_id, evidence_no) DEFERRABLE;
ALTER TABLE ONLY tenant.evidence_sample
    ADD CONSTRAINT evidence_sample_return FOREIGN KEY (tenant_id, return_id) REFERENCES tenant.return(tenant_id, return_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evidence_sample
    ADD CONSTRAINT evidence_sample_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.evidence
    ADD CONSTRAINT evidence_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.evidence
    ADD CONSTRAINT evidence_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evidence_version
    ADD CONSTRAINT evidence_version_blob_kept FOREIGN KEY (tenant_id, blob_sha256) REFERENCES tenant.evidence_blob(tenant_id, blob_sha256) DEFERRABLE;
ALTER TABLE ONLY tenant.evidence_version
    ADD CONSTRAINT evidence_version_evidence FOREIGN KEY (tenant_id, evidence_id) REFERENCES tenant.evidence(tenant_id, evidence_id) DEFERRABLE;
ALTER TABLE ONLY tenant.evidence_version
    ADD CONSTRAINT evidence_version_saved_by FOREIGN KEY (saved_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.explanation
    ADD CONSTRAINT explanation_by FOREIGN KEY (by_person) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.explanation
    ADD CONSTRAINT explanation_request FOREIGN KEY (board_id, request_id, tenant_id) REFERENCES tenant.request(tenant_id, request_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.explanation
    ADD CONSTRAINT explanation_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.export_right
    ADD CONSTRAINT export_right_ended_by FOREIGN KEY (ended_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.export_right
    ADD CONSTRAINT export_right_granted_by FOREIGN KEY (granted_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.export_right
    ADD CONSTRAINT export_right_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.export_right
    ADD CONSTRAINT export_right_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.guidance
    ADD CONSTRAINT guidance_template FOREIGN KEY (template_code, template_version) REFERENCES catalogue.template_version(template_code, version);
ALTER TABLE ONLY tenant.guidance
    ADD CONSTRAINT guidance_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.guidance
    ADD CONSTRAINT guidance_thread FOREIGN KEY (tenant_id, thread_id) REFERENCES tenant.thread(tenant_id, thread_id) DEFERRABLE;
ALTER TABLE ONLY tenant.guidance_version
    ADD CONSTRAINT guidance_version_by FOREIGN KEY (by_person) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.guidance_version
    ADD CONSTRAINT guidance_version_guidance FOREIGN KEY (tenant_id, guidance_id) REFERENCES tenant.guidance(tenant_id, guidance_id) DEFERRABLE;
ALTER TABLE ONLY tenant.guidance
    ADD CONSTRAINT guidance_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.idempotency
    ADD CONSTRAINT idempotency_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.inherited_answer
    ADD CONSTRAINT inherited_answer_answer FOREIGN KEY (tenant_id, unit_id, requirement_code) REFERENCES tenant.answer(tenant_id, unit_id, requirement_code) DEFERRABLE;
ALTER TABLE ONLY tenant.inherited_answer
    ADD CONSTRAINT inherited_answer_from FOREIGN KEY (tenant_id, from_unit_id, requirement_code) REFERENCES tenant.answer(tenant_id, unit_id, requirement_code) DEFERRABLE;
ALTER TABLE ONLY tenant.inherited_box
    ADD CONSTRAINT inherited_box_box FOREIGN KEY (tenant_id, unit_id, request_id, box_no, kind) REFERENCES tenant.board_box(tenant_id, unit_id, request_id, box_no, kind) DEFERRABLE;
ALTER TABLE ONLY tenant.inherited_box
    ADD CONSTRAINT inherited_box_from FOREIGN KEY (tenant_id, from_unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.lead_officer
    ADD CONSTRAINT lead_officer_joined FOREIGN KEY (board_id, tenant_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.lead_officer
    ADD CONSTRAINT lead_officer_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.mapping_draft
    ADD CONSTRAINT mapping_draft_by FOREIGN KEY (updated_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.mapping_draft
    ADD CONSTRAINT mapping_draft_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.merged_answer
    ADD CONSTRAINT merged_answer_joined FOREIGN KEY (board_id, tenant_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.merged_answer
    ADD CONSTRAINT merged_answer_requirement FOREIGN KEY (requirement_code) REFERENCES catalogue.requirement(requirement_code);
ALTER TABLE ONLY tenant.merged_answer
    ADD CONSTRAINT merged_answer_settled_by FOREIGN KEY (settled_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.merged_answer
    ADD CONSTRAINT merged_answer_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.plan_answer
    ADD CONSTRAINT plan_answer_by FOREIGN KEY (answered_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.plan_answer
    ADD CONSTRAINT plan_answer_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.plan_answer
    ADD CONSTRAINT plan_answer_offer FOREIGN KEY (tenant_id, plan_id, offer_no) REFERENCES tenant.plan_offer(tenant_id, plan_id, offer_no) DEFERRABLE;
ALTER TABLE ONLY tenant.plan_answer
    ADD CONSTRAINT plan_answer_return FOREIGN KEY (tenant_id, return_id, agency_id) REFERENCES tenant.return(tenant_id, return_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.plan
    ADD CONSTRAINT plan_asked_by FOREIGN KEY (asked_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.plan
    ADD CONSTRAINT plan_audit FOREIGN KEY (tenant_id, audit_id) REFERENCES tenant.audit(tenant_id, audit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.plan
    ADD CONSTRAINT plan_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.plan_line
    ADD CONSTRAINT plan_line_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.plan_line
    ADD CONSTRAINT plan_line_offer FOREIGN KEY (tenant_id, plan_id, offer_no) REFERENCES tenant.plan_offer(tenant_id, plan_id, offer_no) DEFERRABLE;
ALTER TABLE ONLY tenant.plan_line
    ADD CONSTRAINT plan_line_return FOREIGN KEY (tenant_id, return_id, agency_id) REFERENCES tenant.return(tenant_id, return_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.plan_offer
    ADD CONSTRAINT plan_offer_by FOREIGN KEY (offered_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.plan_offer
    ADD CONSTRAINT plan_offer_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.plan_offer
    ADD CONSTRAINT plan_offer_plan FOREIGN KEY (tenant_id, plan_id) REFERENCES tenant.plan(tenant_id, plan_id) DEFERRABLE;
ALTER TABLE ONLY tenant.plan_offer
    ADD CONSTRAINT plan_offer_return FOREIGN KEY (tenant_id, return_id, agency_id) REFERENCES tenant.return(tenant_id, return_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.plan
    ADD CONSTRAINT plan_return FOREIGN KEY (tenant_id, return_id, agency_id) REFERENCES tenant.return(tenant_id, return_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.plan
    ADD CONSTRAINT plan_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.presence
    ADD CONSTRAINT presence_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.presence
    ADD CONSTRAINT presence_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.progress_report_action
    ADD CONSTRAINT progress_report_action_action FOREIGN KEY (board_id, action_id, tenant_id) REFERENCES tenant.action(tenant_id, action_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.progress_report_action
    ADD CONSTRAINT progress_report_action_report FOREIGN KEY (tenant_id, report_id) REFERENCES tenant.progress_report(tenant_id, report_id) DEFERRABLE;
ALTER TABLE ONLY tenant.progress_report
    ADD CONSTRAINT progress_report_by FOREIGN KEY (by_person) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.progress_report
    ADD CONSTRAINT progress_report_commitment FOREIGN KEY (tenant_id, commitment_id) REFERENCES tenant.commitment(tenant_id, commitment_id) DEFERRABLE;
ALTER TABLE ONLY tenant.progress_report_evidence
    ADD CONSTRAINT progress_report_evidence_granted FOREIGN KEY (tenant_id, evidence_id, board_id) REFERENCES tenant.evidence_grant(tenant_id, evidence_id, board_id) DEFERRABLE;
ALTER TABLE ONLY tenant.progress_report_evidence
    ADD CONSTRAINT progress_report_evidence_piece FOREIGN KEY (tenant_id, evidence_id, evidence_version) REFERENCES tenant.evidence_version(tenant_id, evidence_id, version) DEFERRABLE;
ALTER TABLE ONLY tenant.progress_report_evidence
    ADD CONSTRAINT progress_report_evidence_report FOREIGN KEY (tenant_id, report_id) REFERENCES tenant.progress_report(tenant_id, report_id) DEFERRABLE;
ALTER TABLE ONLY tenant.progress_report
    ADD CONSTRAINT progress_report_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.promise
    ADD CONSTRAINT promise_made_by FOREIGN KEY (made_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.promise
    ADD CONSTRAINT promise_request FOREIGN KEY (board_id, request_id, tenant_id) REFERENCES tenant.request(tenant_id, request_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.promise
    ADD CONSTRAINT promise_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.register_change
    ADD CONSTRAINT register_change_by FOREIGN KEY (changed_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.register_change
    ADD CONSTRAINT register_change_entry FOREIGN KEY (tenant_id, entry_id) REFERENCES tenant.register_entry(tenant_id, entry_id) DEFERRABLE;
ALTER TABLE ONLY tenant.register_change
    ADD CONSTRAINT register_change_other FOREIGN KEY (tenant_id, other_id) REFERENCES tenant.register_entry(tenant_id, entry_id) DEFERRABLE;
ALTER TABLE ONLY tenant.register_entry
    ADD CONSTRAINT register_entry_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.register_entry
    ADD CONSTRAINT register_entry_organisation FOREIGN KEY (organisation_id) REFERENCES directory.organisation(organisation_id);
ALTER TABLE ONLY tenant.register_entry
    ADD CONSTRAINT register_entry_parent FOREIGN KEY (tenant_id, parent_id) REFERENCES tenant.register_entry(tenant_id, entry_id) DEFERRABLE;
ALTER TABLE ONLY tenant.register_entry
    ADD CONSTRAINT register_entry_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.register_entry
    ADD CONSTRAINT register_entry_unit FOREIGN KEY (agency_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.remark
    ADD CONSTRAINT remark_by FOREIGN KEY (by_person) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.remark
    ADD CONSTRAINT remark_for FOREIGN KEY (for_person) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.remark
    ADD CONSTRAINT remark_settled_by FOREIGN KEY (settled_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.remark
    ADD CONSTRAINT remark_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.report
    ADD CONSTRAINT report_audit FOREIGN KEY (tenant_id, audit_id) REFERENCES tenant.audit(tenant_id, audit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.report_conclusion
    ADD CONSTRAINT report_conclusion_lifted_by FOREIGN KEY (lifted_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.report_conclusion
    ADD CONSTRAINT report_conclusion_of FOREIGN KEY (tenant_id, of_report, of_version) REFERENCES tenant.report_version(tenant_id, report_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.report_conclusion
    ADD CONSTRAINT report_conclusion_report FOREIGN KEY (tenant_id, report_id) REFERENCES tenant.report(tenant_id, report_id) DEFERRABLE;
ALTER TABLE ONLY tenant.report_draft
    ADD CONSTRAINT report_draft_version FOREIGN KEY (tenant_id, report_id, version_no) REFERENCES tenant.report_version(tenant_id, report_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.report_file
    ADD CONSTRAINT report_file_asked_by FOREIGN KEY (asked_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.report_file
    ADD CONSTRAINT report_file_version FOREIGN KEY (tenant_id, report_id, version_no) REFERENCES tenant.report_version(tenant_id, report_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.report_finish
    ADD CONSTRAINT report_finish_by FOREIGN KEY (finished_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.report_finish
    ADD CONSTRAINT report_finish_version FOREIGN KEY (tenant_id, report_id, version_no) REFERENCES tenant.report_version(tenant_id, report_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.report_look
    ADD CONSTRAINT report_look_changed_by FOREIGN KEY (changed_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.report_look
    ADD CONSTRAINT report_look_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.report
    ADD CONSTRAINT report_made_by FOREIGN KEY (made_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.report_paper
    ADD CONSTRAINT report_paper_paper FOREIGN KEY (tenant_id, paper_id) REFERENCES tenant.report(tenant_id, report_id) DEFERRABLE;
ALTER TABLE ONLY tenant.report_paper
    ADD CONSTRAINT report_paper_report FOREIGN KEY (tenant_id, report_id) REFERENCES tenant.report(tenant_id, report_id) DEFERRABLE;
ALTER TABLE ONLY tenant.report
    ADD CONSTRAINT report_return FOREIGN KEY (tenant_id, return_id) REFERENCES tenant.return(tenant_id, return_id) DEFERRABLE;
ALTER TABLE ONLY tenant.report_return
    ADD CONSTRAINT report_return_report FOREIGN KEY (tenant_id, report_id) REFERENCES tenant.report(tenant_id, report_id) DEFERRABLE;
ALTER TABLE ONLY tenant.report_return
    ADD CONSTRAINT report_return_return FOREIGN KEY (tenant_id, return_id) REFERENCES tenant.return(tenant_id, return_id) DEFERRABLE;
ALTER TABLE ONLY tenant.report_section
    ADD CONSTRAINT report_section_by FOREIGN KEY (by_person) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.report_section
    ADD CONSTRAINT report_section_version FOREIGN KEY (tenant_id, report_id, version_no) REFERENCES tenant.report_version(tenant_id, report_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.report_sign_off
    ADD CONSTRAINT report_sign_off_noted_by FOREIGN KEY (noted_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.report_sign_off
    ADD CONSTRAINT report_sign_off_version FOREIGN KEY (tenant_id, report_id, version_no) REFERENCES tenant.report_version(tenant_id, report_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.report
    ADD CONSTRAINT report_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.report_version
    ADD CONSTRAINT report_version_begun_by FOREIGN KEY (begun_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.report_version
    ADD CONSTRAINT report_version_report FOREIGN KEY (tenant_id, report_id) REFERENCES tenant.report(tenant_id, report_id) DEFERRABLE;
ALTER TABLE ONLY tenant.report
    ADD CONSTRAINT report_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.request
    ADD CONSTRAINT request_asking FOREIGN KEY (tenant_id, asking_id) REFERENCES tenant.asking(tenant_id, asking_id) DEFERRABLE;
ALTER TABLE ONLY tenant.request
    ADD CONSTRAINT request_audit FOREIGN KEY (tenant_id, audit_id) REFERENCES tenant.audit(tenant_id, audit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.request_change
    ADD CONSTRAINT request_change_by FOREIGN KEY (changed_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.request_change
    ADD CONSTRAINT request_change_request FOREIGN KEY (tenant_id, request_id) REFERENCES tenant.request(tenant_id, request_id) DEFERRABLE;
ALTER TABLE ONLY tenant.request
    ADD CONSTRAINT request_entry FOREIGN KEY (tenant_id, entry_id) REFERENCES tenant.register_entry(tenant_id, entry_id) DEFERRABLE;
ALTER TABLE ONLY tenant.request
    ADD CONSTRAINT request_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.request_progress
    ADD CONSTRAINT request_progress_request FOREIGN KEY (tenant_id, request_id, agency_id) REFERENCES tenant.request(tenant_id, request_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.request
    ADD CONSTRAINT request_template FOREIGN KEY (template_code, template_version) REFERENCES catalogue.template_version(template_code, version);
ALTER TABLE ONLY tenant.request
    ADD CONSTRAINT request_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.request
    ADD CONSTRAINT request_unit FOREIGN KEY (agency_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.return_action
    ADD CONSTRAINT return_action_action FOREIGN KEY (tenant_id, action_id) REFERENCES tenant.action(tenant_id, action_id) DEFERRABLE;
ALTER TABLE ONLY tenant.return_action
    ADD CONSTRAINT return_action_version FOREIGN KEY (tenant_id, return_id, version_no) REFERENCES tenant.return_version(tenant_id, return_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.return_box
    ADD CONSTRAINT return_box_version FOREIGN KEY (tenant_id, return_id, version_no) REFERENCES tenant.return_version(tenant_id, return_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.return_evidence_ask
    ADD CONSTRAINT return_evidence_ask_by FOREIGN KEY (asked_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.return_evidence_ask
    ADD CONSTRAINT return_evidence_ask_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.return_evidence_ask
    ADD CONSTRAINT return_evidence_ask_piece FOREIGN KEY (tenant_id, return_id, version_no, evidence_no) REFERENCES tenant.return_evidence(tenant_id, return_id, version_no, evidence_no) DEFERRABLE;
ALTER TABLE ONLY tenant.return_evidence_decision
    ADD CONSTRAINT return_evidence_decision_ask FOREIGN KEY (tenant_id, ask_id) REFERENCES tenant.return_evidence_ask(tenant_id, ask_id) DEFERRABLE;
ALTER TABLE ONLY tenant.return_evidence_decision
    ADD CONSTRAINT return_evidence_decision_by FOREIGN KEY (decided_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.return_evidence_decision
    ADD CONSTRAINT return_evidence_decision_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.return_evidence_decision
    ADD CONSTRAINT return_evidence_decision_return FOREIGN KEY (tenant_id, return_id, agency_id) REFERENCES tenant.return(tenant_id, return_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.return_evidence_opening
    ADD CONSTRAINT return_evidence_opening_by FOREIGN KEY (opened_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.return_evidence_opening
    ADD CONSTRAINT return_evidence_opening_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.return_evidence_opening
    ADD CONSTRAINT return_evidence_opening_piece FOREIGN KEY (tenant_id, return_id, version_no, evidence_no) REFERENCES tenant.return_evidence(tenant_id, return_id, version_no, evidence_no) DEFERRABLE;
ALTER TABLE ONLY tenant.return_evidence
    ADD CONSTRAINT return_evidence_version FOREIGN KEY (tenant_id, return_id, version_no) REFERENCES tenant.return_version(tenant_id, return_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.return_level
    ADD CONSTRAINT return_level_version FOREIGN KEY (tenant_id, return_id, version_no) REFERENCES tenant.return_version(tenant_id, return_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.return_opening
    ADD CONSTRAINT return_opening_by FOREIGN KEY (opened_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.return_opening
    ADD CONSTRAINT return_opening_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.return_opening
    ADD CONSTRAINT return_opening_version FOREIGN KEY (tenant_id, return_id, version_no, agency_id) REFERENCES tenant.return_version(tenant_id, return_id, version_no, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.return_paper
    ADD CONSTRAINT return_paper_asked_by FOREIGN KEY (asked_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.return_paper
    ADD CONSTRAINT return_paper_board FOREIGN KEY (board_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.return_paper
    ADD CONSTRAINT return_paper_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.return
    ADD CONSTRAINT return_request FOREIGN KEY (tenant_id, request_id) REFERENCES tenant.request(tenant_id, request_id) DEFERRABLE;
ALTER TABLE ONLY tenant.return
    ADD CONSTRAINT return_request_of_agency FOREIGN KEY (tenant_id, request_id, agency_id) REFERENCES tenant.request(tenant_id, request_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.return_version
    ADD CONSTRAINT return_version_accepted_by FOREIGN KEY (accepted_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.return_version
    ADD CONSTRAINT return_version_decided_by FOREIGN KEY (decided_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.return_version
    ADD CONSTRAINT return_version_mapping FOREIGN KEY (template_code, template_version, framework_code, framework_version, mapping_version) REFERENCES catalogue.mapping_version(template_code, template_version, framework_code, framework_version, version);
ALTER TABLE ONLY tenant.return_version
    ADD CONSTRAINT return_version_return FOREIGN KEY (tenant_id, return_id) REFERENCES tenant.return(tenant_id, return_id) DEFERRABLE;
ALTER TABLE ONLY tenant.return_version
    ADD CONSTRAINT return_version_return_of_agency FOREIGN KEY (tenant_id, return_id, agency_id) REFERENCES tenant.return(tenant_id, return_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.return_version
    ADD CONSTRAINT return_version_submission FOREIGN KEY (agency_id, submission_id) REFERENCES tenant.submission(tenant_id, submission_id) DEFERRABLE;
ALTER TABLE ONLY tenant.return_version
    ADD CONSTRAINT return_version_template FOREIGN KEY (template_code, template_version) REFERENCES catalogue.template_version(template_code, version);
ALTER TABLE ONLY tenant.review
    ADD CONSTRAINT review_ended_by FOREIGN KEY (ended_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.review
    ADD CONSTRAINT review_home FOREIGN KEY (tenant_id, home_entry_id) REFERENCES tenant.register_entry(tenant_id, entry_id) DEFERRABLE;
ALTER TABLE ONLY tenant.review
    ADD CONSTRAINT review_invited_by FOREIGN KEY (invited_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.review_note
    ADD CONSTRAINT review_note_return FOREIGN KEY (tenant_id, review_id, return_id) REFERENCES tenant.review_return(tenant_id, review_id, return_id) DEFERRABLE;
ALTER TABLE ONLY tenant.review
    ADD CONSTRAINT review_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.review_return
    ADD CONSTRAINT review_return_agency FOREIGN KEY (tenant_id, return_id, agency_id) REFERENCES tenant.return(tenant_id, return_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.review_return
    ADD CONSTRAINT review_return_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.review_return
    ADD CONSTRAINT review_return_review FOREIGN KEY (tenant_id, review_id) REFERENCES tenant.review(tenant_id, review_id) DEFERRABLE;
ALTER TABLE ONLY tenant.review_return
    ADD CONSTRAINT review_return_template FOREIGN KEY (template_code, template_version) REFERENCES catalogue.template_version(template_code, version);
ALTER TABLE ONLY tenant.review_return
    ADD CONSTRAINT review_return_version FOREIGN KEY (tenant_id, return_id, version_no) REFERENCES tenant.return_version(tenant_id, return_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.review
    ADD CONSTRAINT review_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.rollup
    ADD CONSTRAINT rollup_requirement FOREIGN KEY (requirement_code) REFERENCES catalogue.requirement(requirement_code);
ALTER TABLE ONLY tenant.rollup
    ADD CONSTRAINT rollup_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.sent_back
    ADD CONSTRAINT sent_back_by FOREIGN KEY (asked_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.sent_back_item
    ADD CONSTRAINT sent_back_item_return_of_agency FOREIGN KEY (tenant_id, return_id, agency_id) REFERENCES tenant.return(tenant_id, return_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.sent_back_item
    ADD CONSTRAINT sent_back_item_round FOREIGN KEY (tenant_id, return_id, round_no) REFERENCES tenant.sent_back(tenant_id, return_id, round_no) DEFERRABLE;
ALTER TABLE ONLY tenant.sent_back_item
    ADD CONSTRAINT sent_back_item_thread FOREIGN KEY (tenant_id, thread_id, agency_id) REFERENCES tenant.thread(tenant_id, thread_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.sent_back
    ADD CONSTRAINT sent_back_version FOREIGN KEY (tenant_id, return_id, version_no) REFERENCES tenant.return_version(tenant_id, return_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.sent_back
    ADD CONSTRAINT sent_back_version_of_agency FOREIGN KEY (tenant_id, return_id, version_no, agency_id) REFERENCES tenant.return_version(tenant_id, return_id, version_no, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.sent_back
    ADD CONSTRAINT sent_back_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.share_return
    ADD CONSTRAINT share_return_return FOREIGN KEY (tenant_id, return_id) REFERENCES tenant.return(tenant_id, return_id) DEFERRABLE;
ALTER TABLE ONLY tenant.share_return
    ADD CONSTRAINT share_return_share FOREIGN KEY (tenant_id, share_id) REFERENCES tenant.share(tenant_id, share_id) DEFERRABLE;
ALTER TABLE ONLY tenant.share
    ADD CONSTRAINT share_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.share
    ADD CONSTRAINT share_to FOREIGN KEY (to_party) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.sight
    ADD CONSTRAINT sight_ended_by FOREIGN KEY (ended_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.sight
    ADD CONSTRAINT sight_granted_by FOREIGN KEY (granted_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.sight
    ADD CONSTRAINT sight_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.sight
    ADD CONSTRAINT sight_to FOREIGN KEY (to_party) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.sign_off
    ADD CONSTRAINT sign_off_version FOREIGN KEY (tenant_id, return_id, version_no) REFERENCES tenant.return_version(tenant_id, return_id, version_no) DEFERRABLE;
ALTER TABLE ONLY tenant.submission_answer
    ADD CONSTRAINT submission_answer_requirement FOREIGN KEY (requirement_code) REFERENCES catalogue.requirement(requirement_code);
ALTER TABLE ONLY tenant.submission_answer
    ADD CONSTRAINT submission_answer_submission FOREIGN KEY (tenant_id, submission_id) REFERENCES tenant.submission(tenant_id, submission_id) DEFERRABLE;
ALTER TABLE ONLY tenant.submission
    ADD CONSTRAINT submission_authorised_by FOREIGN KEY (authorised_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.submission_box
    ADD CONSTRAINT submission_box_joined FOREIGN KEY (board_id, tenant_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.submission_box
    ADD CONSTRAINT submission_box_submission FOREIGN KEY (tenant_id, submission_id) REFERENCES tenant.submission(tenant_id, submission_id) DEFERRABLE;
ALTER TABLE ONLY tenant.submission_commitment
    ADD CONSTRAINT submission_commitment_commitment FOREIGN KEY (tenant_id, commitment_id) REFERENCES tenant.commitment(tenant_id, commitment_id) DEFERRABLE;
ALTER TABLE ONLY tenant.submission_commitment_subject
    ADD CONSTRAINT submission_commitment_subject_commitment FOREIGN KEY (tenant_id, submission_id, commitment_id) REFERENCES tenant.submission_commitment(tenant_id, submission_id, commitment_id) DEFERRABLE;
ALTER TABLE ONLY tenant.submission_commitment
    ADD CONSTRAINT submission_commitment_submission FOREIGN KEY (tenant_id, submission_id) REFERENCES tenant.submission(tenant_id, submission_id) DEFERRABLE;
ALTER TABLE ONLY tenant.submission_evidence
    ADD CONSTRAINT submission_evidence_evidence FOREIGN KEY (tenant_id, evidence_id, evidence_version) REFERENCES tenant.evidence_version(tenant_id, evidence_id, version) DEFERRABLE;
ALTER TABLE ONLY tenant.submission_evidence
    ADD CONSTRAINT submission_evidence_granted FOREIGN KEY (tenant_id, evidence_id, board_id) REFERENCES tenant.evidence_grant(tenant_id, evidence_id, board_id) DEFERRABLE;
ALTER TABLE ONLY tenant.submission_evidence
    ADD CONSTRAINT submission_evidence_submission FOREIGN KEY (tenant_id, submission_id) REFERENCES tenant.submission(tenant_id, submission_id) DEFERRABLE;
ALTER TABLE ONLY tenant.submission
    ADD CONSTRAINT submission_framework FOREIGN KEY (framework_code, framework_version) REFERENCES catalogue.framework_version(framework_code, version);
ALTER TABLE ONLY tenant.submission_part
    ADD CONSTRAINT submission_part_answer FOREIGN KEY (tenant_id, submission_id, requirement_code) REFERENCES tenant.submission_answer(tenant_id, submission_id, requirement_code) DEFERRABLE;
ALTER TABLE ONLY tenant.submission_text
    ADD CONSTRAINT submission_text_answer FOREIGN KEY (tenant_id, submission_id, requirement_code) REFERENCES tenant.submission_answer(tenant_id, submission_id, requirement_code) DEFERRABLE;
ALTER TABLE ONLY tenant.submission
    ADD CONSTRAINT submission_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.support
    ADD CONSTRAINT support_made_by FOREIGN KEY (made_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.support_organisation
    ADD CONSTRAINT support_organisation_entry FOREIGN KEY (tenant_id, entry_id) REFERENCES tenant.register_entry(tenant_id, entry_id) DEFERRABLE;
ALTER TABLE ONLY tenant.support_organisation
    ADD CONSTRAINT support_organisation_support FOREIGN KEY (tenant_id, support_id) REFERENCES tenant.support(tenant_id, support_id) DEFERRABLE;
ALTER TABLE ONLY tenant.support
    ADD CONSTRAINT support_struck_by FOREIGN KEY (struck_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.support
    ADD CONSTRAINT support_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.template_draft
    ADD CONSTRAINT template_draft_by FOREIGN KEY (updated_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.template_draft
    ADD CONSTRAINT template_draft_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE ONLY tenant.thread
    ADD CONSTRAINT thread_assigned_to FOREIGN KEY (assigned_to) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.thread_follower
    ADD CONSTRAINT thread_follower_person FOREIGN KEY (person_id) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.thread_follower
    ADD CONSTRAINT thread_follower_thread FOREIGN KEY (board_id, thread_id, tenant_id) REFERENCES tenant.thread(tenant_id, thread_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.thread
    ADD CONSTRAINT thread_joined FOREIGN KEY (tenant_id, agency_id) REFERENCES tenancy.connection(board_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.thread_message
    ADD CONSTRAINT thread_message_thread FOREIGN KEY (tenant_id, thread_id, agency_id) REFERENCES tenant.thread(tenant_id, thread_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.thread
    ADD CONSTRAINT thread_request FOREIGN KEY (tenant_id, request_id, agency_id) REFERENCES tenant.request(tenant_id, request_id, agency_id) DEFERRABLE;
ALTER TABLE ONLY tenant.thread
    ADD CONSTRAINT thread_written_by FOREIGN KEY (written_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.unit
    ADD CONSTRAINT unit_organisation FOREIGN KEY (organisation_id) REFERENCES directory.organisation(organisation_id);
ALTER TABLE ONLY tenant.unit
    ADD CONSTRAINT unit_parent FOREIGN KEY (tenant_id, parent_unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.unit_record
    ADD CONSTRAINT unit_record_by FOREIGN KEY (brought_by) REFERENCES identity.person(person_id);
ALTER TABLE ONLY tenant.unit_record
    ADD CONSTRAINT unit_record_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES tenant.unit(tenant_id, unit_id) DEFERRABLE;
ALTER TABLE ONLY tenant.unit
    ADD CONSTRAINT unit_tenant FOREIGN KEY (tenant_id) REFERENCES tenancy.party(party_id);
ALTER TABLE catalogue.national_release ENABLE ROW LEVEL SECURITY;
CREATE POLICY national_release_aggregate_adds ON catalogue.national_release FOR INSERT TO scope_aggregate WITH CHECK (( SELECT app.sealed_scope('aggregate'::text) AS sealed_scope));
CREATE POLICY national_release_aggregate_reads ON catalogue.national_release FOR SELECT TO scope_aggregate USING (( SELECT app.sealed_scope('aggregate'::text) AS sealed_scope));
CREATE POLICY national_release_national_reads ON catalogue.national_release FOR SELECT TO scope_national USING (( SELECT app.sealed_scope('national'::text) AS sealed_scope));
ALTER TABLE directory.receipt ENABLE ROW LEVEL SECURITY;
CREATE POLICY receipt_board_changes ON directory.receipt FOR UPDATE TO scope_board USING ((board_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((board_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY receipt_board_reads ON directory.receipt FOR SELECT TO scope_board USING ((board_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY receipt_delivery_adds ON directory.receipt FOR INSERT TO scope_delivery WITH CHECK ((board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)));
CREATE POLICY receipt_delivery_changes ON directory.receipt FOR UPDATE TO scope_delivery USING ((board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party))) WITH CHECK ((board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)));
CREATE POLICY receipt_delivery_reads ON directory.receipt FOR SELECT TO scope_delivery USING ((board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)));
ALTER TABLE tenancy.connection ENABLE ROW LEVEL SECURITY;
CREATE POLICY connection_agency_reads ON tenancy.connection FOR SELECT TO scope_agency USING ((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY connection_board_reads ON tenancy.connection FOR SELECT TO scope_board USING ((board_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenancy.party_profile ENABLE ROW LEVEL SECURITY;
CREATE POLICY party_profile_agency_changes ON tenancy.party_profile FOR UPDATE TO scope_agency USING ((party_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party))) WITH CHECK ((party_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY party_profile_agency_reads ON tenancy.party_profile FOR SELECT TO scope_agency USING (((party_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) OR (party_id IN ( SELECT c.board_id
   FROM tenancy.connection c
  WHERE (c.agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party))))));
CREATE POLICY party_profile_board_changes ON tenancy.party_profile FOR UPDATE TO scope_board USING ((party_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((party_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY party_profile_board_reads ON tenancy.party_profile FOR SELECT TO scope_board USING (((party_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)) OR (party_id IN ( SELECT c.agency_id
   FROM tenancy.connection c
  WHERE (c.board_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))))));
CREATE POLICY party_profile_delivery_reads ON tenancy.party_profile FOR SELECT TO scope_delivery USING (((party_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) OR (party_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
ALTER TABLE tenant.action ENABLE ROW LEVEL SECURITY;
CREATE POLICY action_agency_reads ON tenant.action FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND
CASE
    WHEN (return_id IS NULL) THEN (NOT (unit_id IS DISTINCT FROM COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)))
    ELSE (EXISTS ( SELECT
       FROM tenant.return r
      WHERE ((r.tenant_id = action.tenant_id) AND (r.return_id = action.return_id))))
END AND (NOT offered) AND (NOT withheld)));
CREATE POLICY action_board_adds ON tenant.action FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY action_board_changes ON tenant.action FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY action_board_reads ON tenant.action FOR SELECT TO scope_board USING (((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)) AND (NOT (EXISTS ( SELECT
   FROM tenant.return_version v
  WHERE ((v.tenant_id = action.tenant_id) AND (v.return_id = action.return_id) AND ((v.version_no)::integer = (action.version_no)::integer) AND ((v.standing)::text <> 'accepted'::text)))))));
CREATE POLICY action_delivery_adds ON tenant.action FOR INSERT TO scope_delivery WITH CHECK (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY action_delivery_changes ON tenant.action FOR UPDATE TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY action_delivery_reads ON tenant.action FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
ALTER TABLE tenant.action_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY action_evidence_agency_reads ON tenant.action_evidence FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.action a
  WHERE ((a.tenant_id = action_evidence.tenant_id) AND (a.action_id = action_evidence.action_id))))));
CREATE POLICY action_evidence_board_reads ON tenant.action_evidence FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY action_evidence_delivery_adds ON tenant.action_evidence FOR INSERT TO scope_delivery WITH CHECK (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY action_evidence_delivery_reads ON tenant.action_evidence FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY action_evidence_merge_changes ON tenant.action_evidence FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY action_evidence_merge_reads ON tenant.action_evidence FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.action_evidence_opening ENABLE ROW LEVEL SECURITY;
CREATE POLICY action_evidence_opening_agency_reads ON tenant.action_evidence_opening FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.action a
  WHERE ((a.tenant_id = action_evidence_opening.tenant_id) AND (a.action_id = action_evidence_opening.action_id))))));
CREATE POLICY action_evidence_opening_board_adds ON tenant.action_evidence_opening FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY action_evidence_opening_board_reads ON tenant.action_evidence_opening FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY action_evidence_opening_merge_changes ON tenant.action_evidence_opening FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY action_evidence_opening_merge_reads ON tenant.action_evidence_opening FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.action_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY action_link_agency_reads ON tenant.action_link FOR SELECT TO scope_agency USING ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY action_link_delivery_adds ON tenant.action_link FOR INSERT TO scope_delivery WITH CHECK (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party))));
CREATE POLICY action_link_delivery_reads ON tenant.action_link FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party))));
CREATE POLICY action_link_merge_changes ON tenant.action_link FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY action_link_merge_reads ON tenant.action_link FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY action_merge_changes ON tenant.action FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY action_merge_reads ON tenant.action FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY action_sight_reads ON tenant.action FOR SELECT TO scope_sight USING (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{actions}'::text[])))) AND (NOT offered) AND (NOT withheld)));
ALTER TABLE tenant.action_status ENABLE ROW LEVEL SECURITY;
CREATE POLICY action_status_agency_reads ON tenant.action_status FOR SELECT TO scope_agency USING ((EXISTS ( SELECT
   FROM tenant.action a
  WHERE ((a.tenant_id = action_status.tenant_id) AND (a.action_id = action_status.action_id) AND (a.agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party))))));
CREATE POLICY action_status_board_adds ON tenant.action_status FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY action_status_board_reads ON tenant.action_status FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY action_status_delivery_adds ON tenant.action_status FOR INSERT TO scope_delivery WITH CHECK (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY action_status_delivery_reads ON tenant.action_status FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY action_status_merge_changes ON tenant.action_status FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY action_status_merge_reads ON tenant.action_status FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY action_status_sight_reads ON tenant.action_status FOR SELECT TO scope_sight USING (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{actions}'::text[])))) AND (EXISTS ( SELECT
   FROM tenant.action a
  WHERE ((a.tenant_id = action_status.tenant_id) AND (a.action_id = action_status.action_id))))));
ALTER TABLE tenant.answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY answer_agency_adds ON tenant.answer FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY answer_agency_changes ON tenant.answer FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY answer_agency_reads ON tenant.answer FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = ANY (COALESCE(( SELECT app.units_to_read() AS units_to_read), ARRAY[unit_id])))));
CREATE POLICY answer_merge_changes ON tenant.answer FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY answer_merge_reads ON tenant.answer FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.answer_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY answer_part_agency_adds ON tenant.answer_part FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY answer_part_agency_changes ON tenant.answer_part FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY answer_part_agency_reads ON tenant.answer_part FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = ANY (COALESCE(( SELECT app.units_to_read() AS units_to_read), ARRAY[unit_id])))));
CREATE POLICY answer_part_agency_removes ON tenant.answer_part FOR DELETE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY answer_part_merge_changes ON tenant.answer_part FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY answer_part_merge_reads ON tenant.answer_part FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.answer_text ENABLE ROW LEVEL SECURITY;
CREATE POLICY answer_text_agency_adds ON tenant.answer_text FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY answer_text_agency_changes ON tenant.answer_text FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY answer_text_agency_reads ON tenant.answer_text FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = ANY (COALESCE(( SELECT app.units_to_read() AS units_to_read), ARRAY[unit_id])))));
CREATE POLICY answer_text_agency_removes ON tenant.answer_text FOR DELETE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY answer_text_merge_changes ON tenant.answer_text FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY answer_text_merge_reads ON tenant.answer_text FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.answer_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY answer_version_agency_adds ON tenant.answer_version FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY answer_version_agency_reads ON tenant.answer_version FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = ANY (COALESCE(( SELECT app.units_to_read() AS units_to_read), ARRAY[unit_id])))));
CREATE POLICY answer_version_merge_adds ON tenant.answer_version FOR INSERT TO scope_merge WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY answer_version_merge_changes ON tenant.answer_version FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY answer_version_merge_reads ON tenant.answer_version FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.asking ENABLE ROW LEVEL SECURITY;
CREATE POLICY asking_board_adds ON tenant.asking FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY asking_board_reads ON tenant.asking FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY assignment_agency_adds ON tenant.assignment FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY assignment_agency_changes ON tenant.assignment FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY assignment_agency_reads ON tenant.assignment FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY assignment_merge_changes ON tenant.assignment FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY assignment_merge_reads ON tenant.assignment FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.audit ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_board_adds ON tenant.audit FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY audit_board_reads ON tenant.audit FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.audit_count ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_count_board_adds ON tenant.audit_count FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY audit_count_board_changes ON tenant.audit_count FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY audit_count_board_reads ON tenant.audit_count FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY audit_count_delivery_adds ON tenant.audit_count FOR INSERT TO scope_delivery WITH CHECK ((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)));
CREATE POLICY audit_count_delivery_changes ON tenant.audit_count FOR UPDATE TO scope_delivery USING ((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)));
CREATE POLICY audit_count_delivery_reads ON tenant.audit_count FOR SELECT TO scope_delivery USING ((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)));
CREATE POLICY audit_count_sight_reads ON tenant.audit_count FOR SELECT TO scope_sight USING (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{register,figures}'::text[]))))));
ALTER TABLE tenant.audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_entry_agency_adds ON tenant.audit_entry FOR INSERT TO scope_agency WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY audit_entry_agency_reads ON tenant.audit_entry FOR SELECT TO scope_agency USING ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY audit_entry_board_adds ON tenant.audit_entry FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY audit_entry_board_reads ON tenant.audit_entry FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY audit_entry_delivery_adds ON tenant.audit_entry FOR INSERT TO scope_delivery WITH CHECK ((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)));
CREATE POLICY audit_entry_merge_adds ON tenant.audit_entry FOR INSERT TO scope_merge WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY audit_entry_review_adds ON tenant.audit_entry FOR INSERT TO scope_review WITH CHECK ((tenant_id = ( SELECT app.sealed_party('review'::text) AS sealed_party)));
CREATE POLICY audit_entry_sight_adds ON tenant.audit_entry FOR INSERT TO scope_sight WITH CHECK (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{register,figures,evaluations,actions,returns}'::text[]))))));
ALTER TABLE tenant.audit_seal ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_seal_agency_adds ON tenant.audit_seal FOR INSERT TO scope_agency WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY audit_seal_agency_reads ON tenant.audit_seal FOR SELECT TO scope_agency USING ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY audit_seal_board_adds ON tenant.audit_seal FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY audit_seal_board_reads ON tenant.audit_seal FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY audit_sight_reads ON tenant.audit FOR SELECT TO scope_sight USING (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{register,figures}'::text[]))))));
ALTER TABLE tenant.board_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY board_answer_agency_adds ON tenant.board_answer FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND identity.may_write((requirement_code)::text)));
CREATE POLICY board_answer_agency_changes ON tenant.board_answer FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND identity.may_write((requirement_code)::text))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND identity.may_write((requirement_code)::text)));
CREATE POLICY board_answer_agency_reads ON tenant.board_answer FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY board_answer_merge_changes ON tenant.board_answer FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY board_answer_merge_reads ON tenant.board_answer FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.board_answer_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY board_answer_version_agency_adds ON tenant.board_answer_version FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY board_answer_version_agency_reads ON tenant.board_answer_version FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY board_answer_version_merge_adds ON tenant.board_answer_version FOR INSERT TO scope_merge WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY board_answer_version_merge_changes ON tenant.board_answer_version FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY board_answer_version_merge_reads ON tenant.board_answer_version FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.board_box ENABLE ROW LEVEL SECURITY;
CREATE POLICY board_box_agency_adds ON tenant.board_box FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_box(board_id, request_id, (box_no)::text)));
CREATE POLICY board_box_agency_changes ON tenant.board_box FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_box(board_id, request_id, (box_no)::text))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_box(board_id, request_id, (box_no)::text)));
CREATE POLICY board_box_agency_reads ON tenant.board_box FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY board_box_merge_changes ON tenant.board_box FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY board_box_merge_reads ON tenant.board_box FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.board_box_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY board_box_version_agency_adds ON tenant.board_box_version FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY board_box_version_agency_reads ON tenant.board_box_version FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY board_box_version_merge_changes ON tenant.board_box_version FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY board_box_version_merge_reads ON tenant.board_box_version FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.box_source ENABLE ROW LEVEL SECURITY;
CREATE POLICY box_source_agency_reads ON tenant.box_source FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = box_source.tenant_id) AND (r.return_id = box_source.return_id))))));
CREATE POLICY box_source_board_adds ON tenant.box_source FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY box_source_board_reads ON tenant.box_source FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY box_source_delivery_adds ON tenant.box_source FOR INSERT TO scope_delivery WITH CHECK (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY box_source_delivery_reads ON tenant.box_source FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY box_source_merge_changes ON tenant.box_source FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY box_source_merge_reads ON tenant.box_source FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY box_source_share_reads ON tenant.box_source FOR SELECT TO scope_share USING (((tenant_id = ( SELECT app.sealed_source('share'::text) AS sealed_source)) AND (return_id IN ( SELECT r.return_id
   FROM tenant.share_return r
  WHERE (r.tenant_id = ( SELECT app.sealed_source('share'::text) AS sealed_source))))));
ALTER TABLE tenant.chase_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY chase_decision_board_adds ON tenant.chase_decision FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY chase_decision_board_reads ON tenant.chase_decision FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.chase_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY chase_item_board_adds ON tenant.chase_item FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY chase_item_board_changes ON tenant.chase_item FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY chase_item_board_reads ON tenant.chase_item FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.chase_mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY chase_mail_board_adds ON tenant.chase_mail FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY chase_mail_board_changes ON tenant.chase_mail FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY chase_mail_board_reads ON tenant.chase_mail FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.chase_pause ENABLE ROW LEVEL SECURITY;
CREATE POLICY chase_pause_board_adds ON tenant.chase_pause FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY chase_pause_board_changes ON tenant.chase_pause FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY chase_pause_board_reads ON tenant.chase_pause FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.chase_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY chase_setting_board_adds ON tenant.chase_setting FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY chase_setting_board_reads ON tenant.chase_setting FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.chase_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY chase_step_board_adds ON tenant.chase_step FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY chase_step_board_reads ON tenant.chase_step FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.citation ENABLE ROW LEVEL SECURITY;
CREATE POLICY citation_agency_adds ON tenant.citation FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_subject((requirement_code)::text, board_id, request_id, (box_no)::text)));
CREATE POLICY citation_agency_changes ON tenant.citation FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_subject((requirement_code)::text, board_id, request_id, (box_no)::text))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_subject((requirement_code)::text, board_id, request_id, (box_no)::text)));
CREATE POLICY citation_agency_reads ON tenant.citation FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = ANY (COALESCE(( SELECT app.units_to_read() AS units_to_read), ARRAY[unit_id])))));
CREATE POLICY citation_merge_changes ON tenant.citation FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY citation_merge_reads ON tenant.citation FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.commitment ENABLE ROW LEVEL SECURITY;
CREATE POLICY commitment_agency_adds ON tenant.commitment FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY commitment_agency_changes ON tenant.commitment FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_commitment(commitment_id))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_commitment(commitment_id)));
CREATE POLICY commitment_agency_reads ON tenant.commitment FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = ANY (COALESCE(( SELECT app.units_to_read() AS units_to_read), ARRAY[unit_id])))));
CREATE POLICY commitment_delivery_reads ON tenant.commitment FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (commitment_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref))));
CREATE POLICY commitment_merge_changes ON tenant.commitment FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY commitment_merge_reads ON tenant.commitment FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.commitment_subject ENABLE ROW LEVEL SECURITY;
CREATE POLICY commitment_subject_agency_adds ON tenant.commitment_subject FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND app.may_write_subject((requirement_code)::text, board_id, request_id, (item_no)::text)));
CREATE POLICY commitment_subject_agency_reads ON tenant.commitment_subject FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.commitment c
  WHERE ((c.tenant_id = commitment_subject.tenant_id) AND (c.commitment_id = commitment_subject.commitment_id))))));
CREATE POLICY commitment_subject_agency_removes ON tenant.commitment_subject FOR DELETE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND app.may_write_subject((requirement_code)::text, board_id, request_id, (item_no)::text)));
CREATE POLICY commitment_subject_merge_changes ON tenant.commitment_subject FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY commitment_subject_merge_reads ON tenant.commitment_subject FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.commitment_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY commitment_version_agency_adds ON tenant.commitment_version FOR INSERT TO scope_agency WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY commitment_version_agency_reads ON tenant.commitment_version FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.commitment c
  WHERE ((c.tenant_id = commitment_version.tenant_id) AND (c.commitment_id = commitment_version.commitment_id))))));
CREATE POLICY commitment_version_merge_changes ON tenant.commitment_version FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY commitment_version_merge_reads ON tenant.commitment_version FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.common_box ENABLE ROW LEVEL SECURITY;
CREATE POLICY common_box_agency_adds ON tenant.common_box FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_place((template_code)::text, NULL::integer, (box_no)::text)));
CREATE POLICY common_box_agency_changes ON tenant.common_box FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_place((template_code)::text, NULL::integer, (box_no)::text))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_place((template_code)::text, NULL::integer, (box_no)::text)));
CREATE POLICY common_box_agency_reads ON tenant.common_box FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = ANY (COALESCE(( SELECT app.units_to_read() AS units_to_read), ARRAY[unit_id])))));
CREATE POLICY common_box_merge_changes ON tenant.common_box FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY common_box_merge_reads ON tenant.common_box FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.common_box_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY common_box_version_agency_adds ON tenant.common_box_version FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY common_box_version_agency_reads ON tenant.common_box_version FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = ANY (COALESCE(( SELECT app.units_to_read() AS units_to_read), ARRAY[unit_id])))));
CREATE POLICY common_box_version_merge_adds ON tenant.common_box_version FOR INSERT TO scope_merge WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY common_box_version_merge_changes ON tenant.common_box_version FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY common_box_version_merge_reads ON tenant.common_box_version FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY contact_agency_adds ON tenant.contact FOR INSERT TO scope_agency WITH CHECK (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (( SELECT app.sealed_unit('agency'::text) AS sealed_unit) IS NULL)));
CREATE POLICY contact_agency_changes ON tenant.contact FOR UPDATE TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (( SELECT app.sealed_unit('agency'::text) AS sealed_unit) IS NULL))) WITH CHECK (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (( SELECT app.sealed_unit('agency'::text) AS sealed_unit) IS NULL)));
CREATE POLICY contact_agency_reads ON tenant.contact FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (( SELECT app.sealed_unit('agency'::text) AS sealed_unit) IS NULL)));
CREATE POLICY contact_board_adds ON tenant.contact FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY contact_board_changes ON tenant.contact FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY contact_board_reads ON tenant.contact FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.contact_confirmation ENABLE ROW LEVEL SECURITY;
CREATE POLICY contact_confirmation_agency_adds ON tenant.contact_confirmation FOR INSERT TO scope_agency WITH CHECK (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (( SELECT app.sealed_unit('agency'::text) AS sealed_unit) IS NULL)));
CREATE POLICY contact_confirmation_agency_reads ON tenant.contact_confirmation FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (( SELECT app.sealed_unit('agency'::text) AS sealed_unit) IS NULL)));
CREATE POLICY contact_confirmation_board_reads ON tenant.contact_confirmation FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY contact_confirmation_merge_changes ON tenant.contact_confirmation FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY contact_confirmation_merge_reads ON tenant.contact_confirmation FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY contact_merge_changes ON tenant.contact FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY contact_merge_reads ON tenant.contact FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.delivery ENABLE ROW LEVEL SECURITY;
CREATE POLICY delivery_agency_adds ON tenant.delivery FOR INSERT TO scope_agency WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY delivery_agency_reads ON tenant.delivery FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.submission s
  WHERE ((s.tenant_id = delivery.tenant_id) AND (s.submission_id = delivery.submission_id))))));
CREATE POLICY delivery_delivery_changes ON tenant.delivery FOR UPDATE TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (submission_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref)) AND (board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (request_id = ( SELECT app.sealed_target('delivery'::text) AS sealed_target)))) WITH CHECK (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (submission_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref)) AND (board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (request_id = ( SELECT app.sealed_target('delivery'::text) AS sealed_target))));
CREATE POLICY delivery_delivery_reads ON tenant.delivery FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (submission_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref)) AND (board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (request_id = ( SELECT app.sealed_target('delivery'::text) AS sealed_target))));
CREATE POLICY delivery_merge_changes ON tenant.delivery FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY delivery_merge_reads ON tenant.delivery FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.entry_type ENABLE ROW LEVEL SECURITY;
CREATE POLICY entry_type_board_adds ON tenant.entry_type FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY entry_type_board_changes ON tenant.entry_type FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY entry_type_board_reads ON tenant.entry_type FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY entry_type_sight_reads ON tenant.entry_type FOR SELECT TO scope_sight USING (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{register}'::text[]))))));
ALTER TABLE tenant.evaluation ENABLE ROW LEVEL SECURITY;
CREATE POLICY evaluation_board_adds ON tenant.evaluation FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluation_board_changes ON tenant.evaluation FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluation_board_reads ON tenant.evaluation FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.evaluation_box ENABLE ROW LEVEL SECURITY;
CREATE POLICY evaluation_box_board_adds ON tenant.evaluation_box FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluation_box_board_reads ON tenant.evaluation_box FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.evaluation_look ENABLE ROW LEVEL SECURITY;
CREATE POLICY evaluation_look_board_adds ON tenant.evaluation_look FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluation_look_board_changes ON tenant.evaluation_look FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluation_look_board_reads ON tenant.evaluation_look FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.evaluation_presence ENABLE ROW LEVEL SECURITY;
CREATE POLICY evaluation_presence_board_adds ON tenant.evaluation_presence FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluation_presence_board_changes ON tenant.evaluation_presence FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluation_presence_board_reads ON tenant.evaluation_presence FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.evaluation_release ENABLE ROW LEVEL SECURITY;
CREATE POLICY evaluation_release_agency_reads ON tenant.evaluation_release FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = evaluation_release.tenant_id) AND (r.return_id = evaluation_release.return_id))))));
CREATE POLICY evaluation_release_board_adds ON tenant.evaluation_release FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluation_release_board_reads ON tenant.evaluation_release FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluation_release_merge_changes ON tenant.evaluation_release FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY evaluation_release_merge_reads ON tenant.evaluation_release FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY evaluation_release_sight_reads ON tenant.evaluation_release FOR SELECT TO scope_sight USING (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{evaluations}'::text[]))))));
ALTER TABLE tenant.evaluation_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY evaluation_setting_board_adds ON tenant.evaluation_setting FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluation_setting_board_changes ON tenant.evaluation_setting FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluation_setting_board_reads ON tenant.evaluation_setting FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.evaluation_task ENABLE ROW LEVEL SECURITY;
CREATE POLICY evaluation_task_board_adds ON tenant.evaluation_task FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluation_task_board_changes ON tenant.evaluation_task FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluation_task_board_reads ON tenant.evaluation_task FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.evaluator_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY evaluator_setting_board_adds ON tenant.evaluator_setting FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluator_setting_board_changes ON tenant.evaluator_setting FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evaluator_setting_board_reads ON tenant.evaluator_setting FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_agency_adds ON tenant.evidence FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (COALESCE(unit_id, tenant_id) = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), COALESCE(unit_id, tenant_id)))));
CREATE POLICY evidence_agency_changes ON tenant.evidence FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (COALESCE(unit_id, tenant_id) = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), COALESCE(unit_id, tenant_id))))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (COALESCE(unit_id, tenant_id) = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), COALESCE(unit_id, tenant_id)))));
CREATE POLICY evidence_agency_reads ON tenant.evidence FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (COALESCE(unit_id, tenant_id) = ANY (COALESCE(( SELECT app.units_to_read() AS units_to_read), ARRAY[COALESCE(unit_id, tenant_id)])))));
ALTER TABLE tenant.evidence_blob ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_blob_agency_adds ON tenant.evidence_blob FOR INSERT TO scope_agency WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY evidence_blob_agency_changes ON tenant.evidence_blob FOR UPDATE TO scope_agency USING ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY evidence_blob_agency_reads ON tenant.evidence_blob FOR SELECT TO scope_agency USING ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY evidence_blob_merge_adds ON tenant.evidence_blob FOR INSERT TO scope_merge WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY evidence_blob_merge_changes ON tenant.evidence_blob FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY evidence_blob_merge_reads ON tenant.evidence_blob FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.evidence_grant ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_grant_agency_adds ON tenant.evidence_grant FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.evidence e
  WHERE ((e.tenant_id = evidence_grant.tenant_id) AND (e.evidence_id = evidence_grant.evidence_id) AND (COALESCE(e.unit_id, e.tenant_id) = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), e.unit_id, e.tenant_id)))))));
CREATE POLICY evidence_grant_agency_changes ON tenant.evidence_grant FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.evidence e
  WHERE ((e.tenant_id = evidence_grant.tenant_id) AND (e.evidence_id = evidence_grant.evidence_id) AND (COALESCE(e.unit_id, e.tenant_id) = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), e.unit_id, e.tenant_id))))))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.evidence e
  WHERE ((e.tenant_id = evidence_grant.tenant_id) AND (e.evidence_id = evidence_grant.evidence_id) AND (COALESCE(e.unit_id, e.tenant_id) = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), e.unit_id, e.tenant_id)))))));
CREATE POLICY evidence_grant_agency_reads ON tenant.evidence_grant FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.evidence e
  WHERE ((e.tenant_id = evidence_grant.tenant_id) AND (e.evidence_id = evidence_grant.evidence_id))))));
CREATE POLICY evidence_grant_merge_changes ON tenant.evidence_grant FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY evidence_grant_merge_reads ON tenant.evidence_grant FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY evidence_merge_changes ON tenant.evidence FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY evidence_merge_reads ON tenant.evidence FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.evidence_reminder ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_reminder_agency_adds ON tenant.evidence_reminder FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.evidence e
  WHERE ((e.tenant_id = evidence_reminder.tenant_id) AND (e.evidence_id = evidence_reminder.evidence_id))))));
CREATE POLICY evidence_reminder_agency_reads ON tenant.evidence_reminder FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.evidence e
  WHERE ((e.tenant_id = evidence_reminder.tenant_id) AND (e.evidence_id = evidence_reminder.evidence_id))))));
CREATE POLICY evidence_reminder_merge_changes ON tenant.evidence_reminder FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY evidence_reminder_merge_reads ON tenant.evidence_reminder FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.evidence_sample ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_sample_board_adds ON tenant.evidence_sample FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evidence_sample_board_reads ON tenant.evidence_sample FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.evidence_sample_piece ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_sample_piece_board_adds ON tenant.evidence_sample_piece FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evidence_sample_piece_board_reads ON tenant.evidence_sample_piece FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.evidence_sample_result ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_sample_result_board_adds ON tenant.evidence_sample_result FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY evidence_sample_result_board_reads ON tenant.evidence_sample_result FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.evidence_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_version_agency_adds ON tenant.evidence_version FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.evidence e
  WHERE ((e.tenant_id = evidence_version.tenant_id) AND (e.evidence_id = evidence_version.evidence_id) AND (COALESCE(e.unit_id, e.tenant_id) = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), e.unit_id, e.tenant_id)))))));
CREATE POLICY evidence_version_agency_reads ON tenant.evidence_version FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.evidence e
  WHERE ((e.tenant_id = evidence_version.tenant_id) AND (e.evidence_id = evidence_version.evidence_id))))));
CREATE POLICY evidence_version_merge_changes ON tenant.evidence_version FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY evidence_version_merge_reads ON tenant.evidence_version FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.explanation ENABLE ROW LEVEL SECURITY;
CREATE POLICY explanation_agency_adds ON tenant.explanation FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_explain(board_id, request_id, (subject)::text)));
CREATE POLICY explanation_agency_reads ON tenant.explanation FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY explanation_merge_changes ON tenant.explanation FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY explanation_merge_reads ON tenant.explanation FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.export_right ENABLE ROW LEVEL SECURITY;
CREATE POLICY export_right_board_adds ON tenant.export_right FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY export_right_board_changes ON tenant.export_right FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY export_right_board_reads ON tenant.export_right FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.guidance ENABLE ROW LEVEL SECURITY;
CREATE POLICY guidance_agency_reads ON tenant.guidance FOR SELECT TO scope_agency USING ((( SELECT app.sealed_scope('agency'::text) AS sealed_scope) AND (withdrawn_at IS NULL) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = guidance.tenant_id) AND (q.agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND ((q.state)::text = 'open'::text) AND ((q.template_code)::text = (guidance.template_code)::text) AND ((q.template_version)::integer = (guidance.template_version)::integer))))));
CREATE POLICY guidance_board_adds ON tenant.guidance FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY guidance_board_changes ON tenant.guidance FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY guidance_board_reads ON tenant.guidance FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.guidance_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY guidance_version_agency_reads ON tenant.guidance_version FOR SELECT TO scope_agency USING ((( SELECT app.sealed_scope('agency'::text) AS sealed_scope) AND (EXISTS ( SELECT
   FROM tenant.guidance g
  WHERE ((g.tenant_id = guidance_version.tenant_id) AND (g.guidance_id = guidance_version.guidance_id) AND ((g.latest_version)::integer = (guidance_version.version_no)::integer))))));
CREATE POLICY guidance_version_board_adds ON tenant.guidance_version FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY guidance_version_board_reads ON tenant.guidance_version FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.idempotency ENABLE ROW LEVEL SECURITY;
CREATE POLICY idempotency_agency_adds ON tenant.idempotency FOR INSERT TO scope_agency WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY idempotency_agency_changes ON tenant.idempotency FOR UPDATE TO scope_agency USING ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY idempotency_agency_reads ON tenant.idempotency FOR SELECT TO scope_agency USING ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
ALTER TABLE tenant.inherited_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY inherited_answer_agency_adds ON tenant.inherited_answer FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND identity.may_write((requirement_code)::text)));
CREATE POLICY inherited_answer_agency_changes ON tenant.inherited_answer FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND identity.may_write((requirement_code)::text))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND identity.may_write((requirement_code)::text)));
CREATE POLICY inherited_answer_agency_reads ON tenant.inherited_answer FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY inherited_answer_merge_changes ON tenant.inherited_answer FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY inherited_answer_merge_reads ON tenant.inherited_answer FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.inherited_box ENABLE ROW LEVEL SECURITY;
CREATE POLICY inherited_box_agency_adds ON tenant.inherited_box FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY inherited_box_agency_changes ON tenant.inherited_box FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY inherited_box_agency_reads ON tenant.inherited_box FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY inherited_box_merge_changes ON tenant.inherited_box FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY inherited_box_merge_reads ON tenant.inherited_box FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.lead_officer ENABLE ROW LEVEL SECURITY;
CREATE POLICY lead_officer_agency_adds ON tenant.lead_officer FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY lead_officer_agency_changes ON tenant.lead_officer FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY lead_officer_agency_reads ON tenant.lead_officer FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY lead_officer_merge_changes ON tenant.lead_officer FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY lead_officer_merge_reads ON tenant.lead_officer FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.mapping_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY mapping_draft_board_adds ON tenant.mapping_draft FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY mapping_draft_board_changes ON tenant.mapping_draft FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY mapping_draft_board_reads ON tenant.mapping_draft FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY mapping_draft_board_removes ON tenant.mapping_draft FOR DELETE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.merged_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY merged_answer_agency_changes ON tenant.merged_answer FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_settle((requirement_code)::text, board_id, (box_no)::text))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_settle((requirement_code)::text, board_id, (box_no)::text)));
CREATE POLICY merged_answer_agency_reads ON tenant.merged_answer FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY merged_answer_merge_adds ON tenant.merged_answer FOR INSERT TO scope_merge WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY merged_answer_merge_changes ON tenant.merged_answer FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY merged_answer_merge_reads ON tenant.merged_answer FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_agency_reads ON tenant.plan FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = plan.tenant_id) AND (r.return_id = plan.return_id))))));
ALTER TABLE tenant.plan_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_answer_agency_reads ON tenant.plan_answer FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = plan_answer.tenant_id) AND (r.return_id = plan_answer.return_id))))));
CREATE POLICY plan_answer_board_adds ON tenant.plan_answer FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY plan_answer_board_reads ON tenant.plan_answer FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY plan_answer_merge_changes ON tenant.plan_answer FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY plan_answer_merge_reads ON tenant.plan_answer FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY plan_board_adds ON tenant.plan FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY plan_board_changes ON tenant.plan FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY plan_board_reads ON tenant.plan FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.plan_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_line_agency_adds ON tenant.plan_line FOR INSERT TO scope_agency WITH CHECK (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = plan_line.tenant_id) AND (r.return_id = plan_line.return_id))))));
CREATE POLICY plan_line_agency_reads ON tenant.plan_line FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = plan_line.tenant_id) AND (r.return_id = plan_line.return_id))))));
CREATE POLICY plan_line_board_reads ON tenant.plan_line FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY plan_line_merge_changes ON tenant.plan_line FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY plan_line_merge_reads ON tenant.plan_line FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY plan_merge_changes ON tenant.plan FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY plan_merge_reads ON tenant.plan FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.plan_offer ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_offer_agency_adds ON tenant.plan_offer FOR INSERT TO scope_agency WITH CHECK (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = plan_offer.tenant_id) AND (r.return_id = plan_offer.return_id))))));
CREATE POLICY plan_offer_agency_reads ON tenant.plan_offer FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = plan_offer.tenant_id) AND (r.return_id = plan_offer.return_id))))));
CREATE POLICY plan_offer_board_reads ON tenant.plan_offer FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY plan_offer_merge_changes ON tenant.plan_offer FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY plan_offer_merge_reads ON tenant.plan_offer FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.presence ENABLE ROW LEVEL SECURITY;
CREATE POLICY presence_agency_adds ON tenant.presence FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY presence_agency_changes ON tenant.presence FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY presence_agency_reads ON tenant.presence FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
ALTER TABLE tenant.progress_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant.progress_report_action ENABLE ROW LEVEL SECURITY;
CREATE POLICY progress_report_action_agency_adds ON tenant.progress_report_action FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.progress_report r
  WHERE ((r.tenant_id = progress_report_action.tenant_id) AND (r.report_id = progress_report_action.report_id))))));
CREATE POLICY progress_report_action_agency_reads ON tenant.progress_report_action FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.progress_report r
  WHERE ((r.tenant_id = progress_report_action.tenant_id) AND (r.report_id = progress_report_action.report_id))))));
CREATE POLICY progress_report_action_delivery_reads ON tenant.progress_report_action FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (report_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref)) AND (board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party))));
CREATE POLICY progress_report_action_merge_changes ON tenant.progress_report_action FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY progress_report_action_merge_reads ON tenant.progress_report_action FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY progress_report_agency_adds ON tenant.progress_report FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY progress_report_agency_reads ON tenant.progress_report FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = ANY (COALESCE(( SELECT app.units_to_read() AS units_to_read), ARRAY[unit_id])))));
CREATE POLICY progress_report_delivery_reads ON tenant.progress_report FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (report_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref))));
ALTER TABLE tenant.progress_report_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY progress_report_evidence_agency_adds ON tenant.progress_report_evidence FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.progress_report r
  WHERE ((r.tenant_id = progress_report_evidence.tenant_id) AND (r.report_id = progress_report_evidence.report_id))))));
CREATE POLICY progress_report_evidence_agency_reads ON tenant.progress_report_evidence FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.progress_report r
  WHERE ((r.tenant_id = progress_report_evidence.tenant_id) AND (r.report_id = progress_report_evidence.report_id))))));
CREATE POLICY progress_report_evidence_delivery_reads ON tenant.progress_report_evidence FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (report_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref)) AND (board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party))));
CREATE POLICY progress_report_evidence_merge_changes ON tenant.progress_report_evidence FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY progress_report_evidence_merge_reads ON tenant.progress_report_evidence FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY progress_report_merge_changes ON tenant.progress_report FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY progress_report_merge_reads ON tenant.progress_report FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.promise ENABLE ROW LEVEL SECURITY;
CREATE POLICY promise_agency_adds ON tenant.promise FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_box(board_id, request_id, (box_no)::text)));
CREATE POLICY promise_agency_changes ON tenant.promise FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_box(board_id, request_id, (box_no)::text))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_box(board_id, request_id, (box_no)::text)));
CREATE POLICY promise_agency_reads ON tenant.promise FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY promise_agency_removes ON tenant.promise FOR DELETE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)) AND app.may_write_box(board_id, request_id, (box_no)::text)));
CREATE POLICY promise_merge_changes ON tenant.promise FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY promise_merge_reads ON tenant.promise FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.register_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY register_change_board_adds ON tenant.register_change FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY register_change_board_reads ON tenant.register_change FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.register_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY register_entry_agency_reads ON tenant.register_entry FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (( SELECT app.sealed_unit('agency'::text) AS sealed_unit) IS NULL)));
CREATE POLICY register_entry_board_adds ON tenant.register_entry FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY register_entry_board_changes ON tenant.register_entry FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY register_entry_board_reads ON tenant.register_entry FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY register_entry_merge_changes ON tenant.register_entry FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY register_entry_merge_reads ON tenant.register_entry FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY register_entry_sight_reads ON tenant.register_entry FOR SELECT TO scope_sight USING (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{register}'::text[]))))));
ALTER TABLE tenant.remark ENABLE ROW LEVEL SECURITY;
CREATE POLICY remark_agency_adds ON tenant.remark FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY remark_agency_changes ON tenant.remark FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id)))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY remark_agency_reads ON tenant.remark FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY remark_merge_changes ON tenant.remark FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY remark_merge_reads ON tenant.remark FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.report ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_board_adds ON tenant.report FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY report_board_changes ON tenant.report FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY report_board_reads ON tenant.report FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.report_conclusion ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_conclusion_board_adds ON tenant.report_conclusion FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY report_conclusion_board_changes ON tenant.report_conclusion FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY report_conclusion_board_reads ON tenant.report_conclusion FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.report_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_draft_board_adds ON tenant.report_draft FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY report_draft_board_changes ON tenant.report_draft FOR UPDATE TO scope_board USING (((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)) AND (NOT (EXISTS ( SELECT
   FROM tenant.report_finish f
  WHERE ((f.tenant_id = report_draft.tenant_id) AND (f.report_id = report_draft.report_id) AND ((f.version_no)::integer = (report_draft.version_no)::integer))))))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)) AND (NOT (EXISTS ( SELECT
   FROM tenant.report_finish f
  WHERE ((f.tenant_id = report_draft.tenant_id) AND (f.report_id = report_draft.report_id) AND ((f.version_no)::integer = (report_draft.version_no)::integer)))))));
CREATE POLICY report_draft_board_reads ON tenant.report_draft FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.report_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_file_board_adds ON tenant.report_file FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY report_file_board_changes ON tenant.report_file FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY report_file_board_reads ON tenant.report_file FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.report_finish ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_finish_board_adds ON tenant.report_finish FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY report_finish_board_reads ON tenant.report_finish FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.report_look ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_look_agency_reads ON tenant.report_look FOR SELECT TO scope_agency USING ((( SELECT app.sealed_scope('agency'::text) AS sealed_scope) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = report_look.tenant_id) AND (q.agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)))))));
CREATE POLICY report_look_board_adds ON tenant.report_look FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY report_look_board_changes ON tenant.report_look FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY report_look_board_reads ON tenant.report_look FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.report_paper ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_paper_board_adds ON tenant.report_paper FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY report_paper_board_reads ON tenant.report_paper FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.report_return ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_return_board_adds ON tenant.report_return FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY report_return_board_reads ON tenant.report_return FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.report_section ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_section_board_adds ON tenant.report_section FOR INSERT TO scope_board WITH CHECK (((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)) AND (NOT (EXISTS ( SELECT
   FROM tenant.report_finish f
  WHERE ((f.tenant_id = report_section.tenant_id) AND (f.report_id = report_section.report_id) AND ((f.version_no)::integer = (report_section.version_no)::integer)))))));
CREATE POLICY report_section_board_reads ON tenant.report_section FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.report_sign_off ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_sign_off_board_adds ON tenant.report_sign_off FOR INSERT TO scope_board WITH CHECK (((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.report_finish f
  WHERE ((f.tenant_id = report_sign_off.tenant_id) AND (f.report_id = report_sign_off.report_id) AND ((f.version_no)::integer = (report_sign_off.version_no)::integer))))));
CREATE POLICY report_sign_off_board_reads ON tenant.report_sign_off FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.report_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_version_board_adds ON tenant.report_version FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY report_version_board_reads ON tenant.report_version FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.request ENABLE ROW LEVEL SECURITY;
CREATE POLICY request_agency_reads ON tenant.request FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (COALESCE(unit_id, agency_id) = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id, agency_id))));
CREATE POLICY request_board_adds ON tenant.request FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY request_board_changes ON tenant.request FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY request_board_reads ON tenant.request FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.request_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY request_change_board_adds ON tenant.request_change FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY request_change_board_reads ON tenant.request_change FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY request_delivery_reads ON tenant.request FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (request_id = ( SELECT app.sealed_target('delivery'::text) AS sealed_target))));
CREATE POLICY request_merge_changes ON tenant.request FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY request_merge_reads ON tenant.request FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.request_progress ENABLE ROW LEVEL SECURITY;
CREATE POLICY request_progress_agency_adds ON tenant.request_progress FOR INSERT TO scope_agency WITH CHECK (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = request_progress.tenant_id) AND (q.request_id = request_progress.request_id) AND ((q.state)::text = 'open'::text))))));
CREATE POLICY request_progress_agency_changes ON tenant.request_progress FOR UPDATE TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = request_progress.tenant_id) AND (q.request_id = request_progress.request_id) AND ((q.state)::text = 'open'::text)))))) WITH CHECK (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = request_progress.tenant_id) AND (q.request_id = request_progress.request_id) AND ((q.state)::text = 'open'::text))))));
CREATE POLICY request_progress_agency_reads ON tenant.request_progress FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = request_progress.tenant_id) AND (q.request_id = request_progress.request_id))))));
CREATE POLICY request_progress_board_reads ON tenant.request_progress FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY request_progress_board_removes ON tenant.request_progress FOR DELETE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY request_progress_merge_changes ON tenant.request_progress FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY request_progress_merge_reads ON tenant.request_progress FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY request_sight_reads ON tenant.request FOR SELECT TO scope_sight USING (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{register}'::text[]))))));
ALTER TABLE tenant.return ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant.return_action ENABLE ROW LEVEL SECURITY;
CREATE POLICY return_action_agency_reads ON tenant.return_action FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = return_action.tenant_id) AND (r.return_id = return_action.return_id))))));
CREATE POLICY return_action_board_reads ON tenant.return_action FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_action_delivery_adds ON tenant.return_action FOR INSERT TO scope_delivery WITH CHECK (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY return_action_delivery_reads ON tenant.return_action FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY return_action_merge_changes ON tenant.return_action FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_action_merge_reads ON tenant.return_action FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_agency_reads ON tenant.return FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = return.tenant_id) AND (q.request_id = return.request_id))))));
CREATE POLICY return_board_adds ON tenant.return FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_board_changes ON tenant.return FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_board_reads ON tenant.return FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.return_box ENABLE ROW LEVEL SECURITY;
CREATE POLICY return_box_agency_reads ON tenant.return_box FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = return_box.tenant_id) AND (r.return_id = return_box.return_id))))));
CREATE POLICY return_box_board_adds ON tenant.return_box FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_box_board_reads ON tenant.return_box FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_box_delivery_adds ON tenant.return_box FOR INSERT TO scope_delivery WITH CHECK (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY return_box_delivery_reads ON tenant.return_box FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY return_box_merge_changes ON tenant.return_box FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_box_merge_reads ON tenant.return_box FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_box_review_reads ON tenant.return_box FOR SELECT TO scope_review USING (((tenant_id = ( SELECT app.sealed_party('review'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.review_return n
  WHERE ((n.tenant_id = return_box.tenant_id) AND (n.return_id = return_box.return_id) AND ((n.version_no)::integer = (return_box.version_no)::integer))))));
CREATE POLICY return_box_share_reads ON tenant.return_box FOR SELECT TO scope_share USING (((tenant_id = ( SELECT app.sealed_source('share'::text) AS sealed_source)) AND (return_id IN ( SELECT r.return_id
   FROM tenant.share_return r
  WHERE (r.tenant_id = ( SELECT app.sealed_source('share'::text) AS sealed_source))))));
CREATE POLICY return_box_sight_reads ON tenant.return_box FOR SELECT TO scope_sight USING (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{returns}'::text[])))) AND (EXISTS ( SELECT
   FROM tenant.return_version v
  WHERE ((v.tenant_id = return_box.tenant_id) AND (v.return_id = return_box.return_id) AND ((v.version_no)::integer = (return_box.version_no)::integer))))));
CREATE POLICY return_delivery_adds ON tenant.return FOR INSERT TO scope_delivery WITH CHECK (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY return_delivery_changes ON tenant.return FOR UPDATE TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY return_delivery_reads ON tenant.return FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
ALTER TABLE tenant.return_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY return_evidence_agency_reads ON tenant.return_evidence FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = return_evidence.tenant_id) AND (r.return_id = return_evidence.return_id))))));
ALTER TABLE tenant.return_evidence_ask ENABLE ROW LEVEL SECURITY;
CREATE POLICY return_evidence_ask_agency_changes ON tenant.return_evidence_ask FOR UPDATE TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = return_evidence_ask.tenant_id) AND (r.return_id = return_evidence_ask.return_id)))))) WITH CHECK (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = return_evidence_ask.tenant_id) AND (r.return_id = return_evidence_ask.return_id))))));
CREATE POLICY return_evidence_ask_agency_reads ON tenant.return_evidence_ask FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = return_evidence_ask.tenant_id) AND (r.return_id = return_evidence_ask.return_id))))));
CREATE POLICY return_evidence_ask_board_adds ON tenant.return_evidence_ask FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_evidence_ask_board_reads ON tenant.return_evidence_ask FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_evidence_ask_merge_changes ON tenant.return_evidence_ask FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_evidence_ask_merge_reads ON tenant.return_evidence_ask FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_evidence_board_adds ON tenant.return_evidence FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_evidence_board_reads ON tenant.return_evidence FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.return_evidence_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY return_evidence_decision_agency_reads ON tenant.return_evidence_decision FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = return_evidence_decision.tenant_id) AND (r.return_id = return_evidence_decision.return_id))))));
CREATE POLICY return_evidence_decision_board_adds ON tenant.return_evidence_decision FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_evidence_decision_board_reads ON tenant.return_evidence_decision FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_evidence_decision_merge_changes ON tenant.return_evidence_decision FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_evidence_decision_merge_reads ON tenant.return_evidence_decision FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_evidence_delivery_adds ON tenant.return_evidence FOR INSERT TO scope_delivery WITH CHECK (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY return_evidence_delivery_reads ON tenant.return_evidence FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY return_evidence_merge_changes ON tenant.return_evidence FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_evidence_merge_reads ON tenant.return_evidence FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.return_evidence_opening ENABLE ROW LEVEL SECURITY;
CREATE POLICY return_evidence_opening_agency_reads ON tenant.return_evidence_opening FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = return_evidence_opening.tenant_id) AND (r.return_id = return_evidence_opening.return_id))))));
CREATE POLICY return_evidence_opening_board_adds ON tenant.return_evidence_opening FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_evidence_opening_board_reads ON tenant.return_evidence_opening FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_evidence_opening_merge_changes ON tenant.return_evidence_opening FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_evidence_opening_merge_reads ON tenant.return_evidence_opening FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_evidence_review_reads ON tenant.return_evidence FOR SELECT TO scope_review USING (((tenant_id = ( SELECT app.sealed_party('review'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.review_return n
  WHERE ((n.tenant_id = return_evidence.tenant_id) AND (n.return_id = return_evidence.return_id) AND ((n.version_no)::integer = (return_evidence.version_no)::integer))))));
CREATE POLICY return_evidence_sight_reads ON tenant.return_evidence FOR SELECT TO scope_sight USING (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{returns}'::text[])))) AND (EXISTS ( SELECT
   FROM tenant.return_version v
  WHERE ((v.tenant_id = return_evidence.tenant_id) AND (v.return_id = return_evidence.return_id) AND ((v.version_no)::integer = (return_evidence.version_no)::integer))))));
ALTER TABLE tenant.return_level ENABLE ROW LEVEL SECURITY;
CREATE POLICY return_level_board_reads ON tenant.return_level FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_level_delivery_adds ON tenant.return_level FOR INSERT TO scope_delivery WITH CHECK ((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)));
CREATE POLICY return_level_delivery_reads ON tenant.return_level FOR SELECT TO scope_delivery USING ((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)));
CREATE POLICY return_merge_changes ON tenant.return FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_merge_reads ON tenant.return FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.return_opening ENABLE ROW LEVEL SECURITY;
CREATE POLICY return_opening_agency_reads ON tenant.return_opening FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = return_opening.tenant_id) AND (r.return_id = return_opening.return_id))))));
CREATE POLICY return_opening_board_adds ON tenant.return_opening FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_opening_board_reads ON tenant.return_opening FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_opening_merge_changes ON tenant.return_opening FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_opening_merge_reads ON tenant.return_opening FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_opening_review_adds ON tenant.return_opening FOR INSERT TO scope_review WITH CHECK (((tenant_id = ( SELECT app.sealed_party('review'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.review_return n
  WHERE ((n.tenant_id = return_opening.tenant_id) AND (n.return_id = return_opening.return_id) AND ((n.version_no)::integer = (return_opening.version_no)::integer))))));
CREATE POLICY return_opening_sight_adds ON tenant.return_opening FOR INSERT TO scope_sight WITH CHECK (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{returns,evaluations}'::text[]))))));
ALTER TABLE tenant.return_paper ENABLE ROW LEVEL SECURITY;
CREATE POLICY return_paper_agency_adds ON tenant.return_paper FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = return_paper.board_id) AND (q.request_id = return_paper.request_id))))));
CREATE POLICY return_paper_agency_changes ON tenant.return_paper FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = return_paper.board_id) AND (q.request_id = return_paper.request_id)))))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = return_paper.board_id) AND (q.request_id = return_paper.request_id))))));
CREATE POLICY return_paper_agency_reads ON tenant.return_paper FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = return_paper.board_id) AND (q.request_id = return_paper.request_id))))));
CREATE POLICY return_paper_board_adds ON tenant.return_paper FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_paper_board_changes ON tenant.return_paper FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_paper_board_reads ON tenant.return_paper FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_paper_merge_changes ON tenant.return_paper FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_paper_merge_reads ON tenant.return_paper FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_share_reads ON tenant.return FOR SELECT TO scope_share USING (((tenant_id = ( SELECT app.sealed_source('share'::text) AS sealed_source)) AND (return_id IN ( SELECT r.return_id
   FROM tenant.share_return r
  WHERE (r.tenant_id = ( SELECT app.sealed_source('share'::text) AS sealed_source))))));
CREATE POLICY return_sight_reads ON tenant.return FOR SELECT TO scope_sight USING (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{register}'::text[]))))));
ALTER TABLE tenant.return_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY return_version_agency_reads ON tenant.return_version FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = return_version.tenant_id) AND (r.return_id = return_version.return_id))))));
CREATE POLICY return_version_board_adds ON tenant.return_version FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_version_board_changes ON tenant.return_version FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_version_board_reads ON tenant.return_version FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY return_version_delivery_adds ON tenant.return_version FOR INSERT TO scope_delivery WITH CHECK (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY return_version_delivery_changes ON tenant.return_version FOR UPDATE TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY return_version_delivery_reads ON tenant.return_version FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY return_version_merge_changes ON tenant.return_version FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_version_merge_reads ON tenant.return_version FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY return_version_share_reads ON tenant.return_version FOR SELECT TO scope_share USING (((tenant_id = ( SELECT app.sealed_source('share'::text) AS sealed_source)) AND (return_id IN ( SELECT r.return_id
   FROM tenant.share_return r
  WHERE (r.tenant_id = ( SELECT app.sealed_source('share'::text) AS sealed_source))))));
CREATE POLICY return_version_sight_reads ON tenant.return_version FOR SELECT TO scope_sight USING (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{returns}'::text[])))) AND ((standing)::text = 'accepted'::text)));
ALTER TABLE tenant.review ENABLE ROW LEVEL SECURITY;
CREATE POLICY review_board_adds ON tenant.review FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY review_board_changes ON tenant.review FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY review_board_reads ON tenant.review FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.review_note ENABLE ROW LEVEL SECURITY;
CREATE POLICY review_note_board_reads ON tenant.review_note FOR SELECT TO scope_board USING (((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.review_return n
  WHERE ((n.tenant_id = review_note.tenant_id) AND (n.review_id = review_note.review_id) AND (n.return_id = review_note.return_id) AND (n.sent_at IS NOT NULL))))));
CREATE POLICY review_note_review_adds ON tenant.review_note FOR INSERT TO scope_review WITH CHECK (((tenant_id = ( SELECT app.sealed_party('review'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.review_return n
  WHERE ((n.tenant_id = review_note.tenant_id) AND (n.review_id = review_note.review_id) AND (n.return_id = review_note.return_id) AND (n.sent_at IS NULL))))));
CREATE POLICY review_note_review_reads ON tenant.review_note FOR SELECT TO scope_review USING (((tenant_id = ( SELECT app.sealed_party('review'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.review_return n
  WHERE ((n.tenant_id = review_note.tenant_id) AND (n.review_id = review_note.review_id) AND (n.return_id = review_note.return_id))))));
ALTER TABLE tenant.review_return ENABLE ROW LEVEL SECURITY;
CREATE POLICY review_return_board_adds ON tenant.review_return FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY review_return_board_reads ON tenant.review_return FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY review_return_merge_changes ON tenant.review_return FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY review_return_merge_reads ON tenant.review_return FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY review_return_review_changes ON tenant.review_return FOR UPDATE TO scope_review USING (((tenant_id = ( SELECT app.sealed_party('review'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.review v
  WHERE ((v.tenant_id = review_return.tenant_id) AND (v.review_id = review_return.review_id)))))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('review'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.review v
  WHERE ((v.tenant_id = review_return.tenant_id) AND (v.review_id = review_return.review_id))))));
CREATE POLICY review_return_review_reads ON tenant.review_return FOR SELECT TO scope_review USING (((tenant_id = ( SELECT app.sealed_party('review'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.review v
  WHERE ((v.tenant_id = review_return.tenant_id) AND (v.review_id = review_return.review_id))))));
CREATE POLICY review_review_reads ON tenant.review FOR SELECT TO scope_review USING (((tenant_id = ( SELECT app.sealed_party('review'::text) AS sealed_party)) AND (person_id = ( SELECT app.sealed_person('review'::text) AS sealed_person)) AND (ended_at IS NULL) AND ((( SELECT app.sealed_day('review'::text) AS sealed_day) >= from_on) AND (( SELECT app.sealed_day('review'::text) AS sealed_day) <= until_on))));
ALTER TABLE tenant.rollup ENABLE ROW LEVEL SECURITY;
CREATE POLICY rollup_aggregate_reads ON tenant.rollup FOR SELECT TO scope_aggregate USING (( SELECT app.sealed_scope('aggregate'::text) AS sealed_scope));
CREATE POLICY rollup_board_adds ON tenant.rollup FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY rollup_board_changes ON tenant.rollup FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY rollup_board_reads ON tenant.rollup FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY rollup_delivery_adds ON tenant.rollup FOR INSERT TO scope_delivery WITH CHECK ((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)));
CREATE POLICY rollup_delivery_changes ON tenant.rollup FOR UPDATE TO scope_delivery USING ((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)));
CREATE POLICY rollup_delivery_reads ON tenant.rollup FOR SELECT TO scope_delivery USING ((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)));
CREATE POLICY rollup_sight_reads ON tenant.rollup FOR SELECT TO scope_sight USING (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{figures}'::text[]))))));
ALTER TABLE tenant.sent_back ENABLE ROW LEVEL SECURITY;
CREATE POLICY sent_back_agency_reads ON tenant.sent_back FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = sent_back.tenant_id) AND (r.return_id = sent_back.return_id))))));
CREATE POLICY sent_back_board_adds ON tenant.sent_back FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY sent_back_board_changes ON tenant.sent_back FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY sent_back_board_reads ON tenant.sent_back FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.sent_back_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY sent_back_item_agency_reads ON tenant.sent_back_item FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = sent_back_item.tenant_id) AND (r.return_id = sent_back_item.return_id))))));
CREATE POLICY sent_back_item_board_adds ON tenant.sent_back_item FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY sent_back_item_board_reads ON tenant.sent_back_item FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY sent_back_item_merge_changes ON tenant.sent_back_item FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY sent_back_item_merge_reads ON tenant.sent_back_item FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY sent_back_merge_changes ON tenant.sent_back FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY sent_back_merge_reads ON tenant.sent_back FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.share ENABLE ROW LEVEL SECURITY;
CREATE POLICY share_board_adds ON tenant.share FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY share_board_changes ON tenant.share FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY share_board_reads ON tenant.share FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.share_return ENABLE ROW LEVEL SECURITY;
CREATE POLICY share_return_board_adds ON tenant.share_return FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY share_return_board_reads ON tenant.share_return FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY share_return_share_reads ON tenant.share_return FOR SELECT TO scope_share USING (((tenant_id = ( SELECT app.sealed_source('share'::text) AS sealed_source)) AND (share_id IN ( SELECT s.share_id
   FROM tenant.share s
  WHERE (s.tenant_id = ( SELECT app.sealed_source('share'::text) AS sealed_source))))));
CREATE POLICY share_share_reads ON tenant.share FOR SELECT TO scope_share USING (((tenant_id = ( SELECT app.sealed_source('share'::text) AS sealed_source)) AND (to_party = ( SELECT app.sealed_party('share'::text) AS sealed_party)) AND (ended_at IS NULL) AND ((CURRENT_DATE >= from_on) AND (CURRENT_DATE <= to_on))));
ALTER TABLE tenant.sight ENABLE ROW LEVEL SECURITY;
CREATE POLICY sight_board_adds ON tenant.sight FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY sight_board_changes ON tenant.sight FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY sight_board_reads ON tenant.sight FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY sight_sight_reads ON tenant.sight FOR SELECT TO scope_sight USING ((to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)));
ALTER TABLE tenant.sign_off ENABLE ROW LEVEL SECURITY;
CREATE POLICY sign_off_agency_reads ON tenant.sign_off FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.return r
  WHERE ((r.tenant_id = sign_off.tenant_id) AND (r.return_id = sign_off.return_id))))));
CREATE POLICY sign_off_board_adds ON tenant.sign_off FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY sign_off_board_reads ON tenant.sign_off FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY sign_off_delivery_adds ON tenant.sign_off FOR INSERT TO scope_delivery WITH CHECK (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY sign_off_delivery_reads ON tenant.sign_off FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)) AND (agency_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source))));
CREATE POLICY sign_off_merge_changes ON tenant.sign_off FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY sign_off_merge_reads ON tenant.sign_off FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY sign_off_share_reads ON tenant.sign_off FOR SELECT TO scope_share USING (((tenant_id = ( SELECT app.sealed_source('share'::text) AS sealed_source)) AND (return_id IN ( SELECT r.return_id
   FROM tenant.share_return r
  WHERE (r.tenant_id = ( SELECT app.sealed_source('share'::text) AS sealed_source))))));
CREATE POLICY sign_off_sight_reads ON tenant.sign_off FOR SELECT TO scope_sight USING (((tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (EXISTS ( SELECT
   FROM tenant.sight g
  WHERE ((g.tenant_id = ( SELECT app.sealed_source('sight'::text) AS sealed_source)) AND (g.to_party = ( SELECT app.sealed_party('sight'::text) AS sealed_party)) AND (g.ended_at IS NULL) AND ((( SELECT app.sealed_day('sight'::text) AS sealed_day) >= g.from_on) AND (( SELECT app.sealed_day('sight'::text) AS sealed_day) <= g.to_on)) AND (g.parts && '{returns}'::text[])))) AND (EXISTS ( SELECT
   FROM tenant.return_version v
  WHERE ((v.tenant_id = sign_off.tenant_id) AND (v.return_id = sign_off.return_id) AND ((v.version_no)::integer = (sign_off.version_no)::integer))))));
ALTER TABLE tenant.submission ENABLE ROW LEVEL SECURITY;
CREATE POLICY submission_agency_adds ON tenant.submission FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
CREATE POLICY submission_agency_reads ON tenant.submission FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (unit_id = COALESCE(( SELECT app.sealed_unit('agency'::text) AS sealed_unit), unit_id))));
ALTER TABLE tenant.submission_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY submission_answer_agency_adds ON tenant.submission_answer FOR INSERT TO scope_agency WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY submission_answer_agency_reads ON tenant.submission_answer FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.submission s
  WHERE ((s.tenant_id = submission_answer.tenant_id) AND (s.submission_id = submission_answer.submission_id))))));
CREATE POLICY submission_answer_delivery_reads ON tenant.submission_answer FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (submission_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref))));
CREATE POLICY submission_answer_merge_changes ON tenant.submission_answer FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY submission_answer_merge_reads ON tenant.submission_answer FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.submission_box ENABLE ROW LEVEL SECURITY;
CREATE POLICY submission_box_agency_adds ON tenant.submission_box FOR INSERT TO scope_agency WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY submission_box_agency_reads ON tenant.submission_box FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.submission s
  WHERE ((s.tenant_id = submission_box.tenant_id) AND (s.submission_id = submission_box.submission_id))))));
CREATE POLICY submission_box_delivery_reads ON tenant.submission_box FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (submission_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref)) AND (board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party))));
CREATE POLICY submission_box_merge_changes ON tenant.submission_box FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY submission_box_merge_reads ON tenant.submission_box FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.submission_commitment ENABLE ROW LEVEL SECURITY;
CREATE POLICY submission_commitment_agency_adds ON tenant.submission_commitment FOR INSERT TO scope_agency WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY submission_commitment_agency_reads ON tenant.submission_commitment FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.submission s
  WHERE ((s.tenant_id = submission_commitment.tenant_id) AND (s.submission_id = submission_commitment.submission_id))))));
CREATE POLICY submission_commitment_delivery_reads ON tenant.submission_commitment FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (submission_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref)) AND ((board_id IS NULL) OR (board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)))));
CREATE POLICY submission_commitment_merge_changes ON tenant.submission_commitment FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY submission_commitment_merge_reads ON tenant.submission_commitment FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.submission_commitment_subject ENABLE ROW LEVEL SECURITY;
CREATE POLICY submission_commitment_subject_agency_adds ON tenant.submission_commitment_subject FOR INSERT TO scope_agency WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY submission_commitment_subject_agency_reads ON tenant.submission_commitment_subject FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.submission s
  WHERE ((s.tenant_id = submission_commitment_subject.tenant_id) AND (s.submission_id = submission_commitment_subject.submission_id))))));
CREATE POLICY submission_commitment_subject_delivery_reads ON tenant.submission_commitment_subject FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (submission_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref)) AND ((board_id IS NULL) OR (board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party)))));
CREATE POLICY submission_commitment_subject_merge_changes ON tenant.submission_commitment_subject FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY submission_commitment_subject_merge_reads ON tenant.submission_commitment_subject FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY submission_delivery_reads ON tenant.submission FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (submission_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref))));
ALTER TABLE tenant.submission_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY submission_evidence_agency_adds ON tenant.submission_evidence FOR INSERT TO scope_agency WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY submission_evidence_agency_reads ON tenant.submission_evidence FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.submission s
  WHERE ((s.tenant_id = submission_evidence.tenant_id) AND (s.submission_id = submission_evidence.submission_id))))));
CREATE POLICY submission_evidence_delivery_reads ON tenant.submission_evidence FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (submission_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref)) AND (board_id = ( SELECT app.sealed_party('delivery'::text) AS sealed_party))));
CREATE POLICY submission_evidence_merge_changes ON tenant.submission_evidence FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY submission_evidence_merge_reads ON tenant.submission_evidence FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY submission_merge_changes ON tenant.submission FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY submission_merge_reads ON tenant.submission FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.submission_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY submission_part_agency_adds ON tenant.submission_part FOR INSERT TO scope_agency WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY submission_part_agency_reads ON tenant.submission_part FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.submission s
  WHERE ((s.tenant_id = submission_part.tenant_id) AND (s.submission_id = submission_part.submission_id))))));
CREATE POLICY submission_part_delivery_reads ON tenant.submission_part FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (submission_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref))));
CREATE POLICY submission_part_merge_changes ON tenant.submission_part FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY submission_part_merge_reads ON tenant.submission_part FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.submission_text ENABLE ROW LEVEL SECURITY;
CREATE POLICY submission_text_agency_adds ON tenant.submission_text FOR INSERT TO scope_agency WITH CHECK ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY submission_text_agency_reads ON tenant.submission_text FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.submission s
  WHERE ((s.tenant_id = submission_text.tenant_id) AND (s.submission_id = submission_text.submission_id))))));
CREATE POLICY submission_text_delivery_reads ON tenant.submission_text FOR SELECT TO scope_delivery USING (((tenant_id = ( SELECT app.sealed_source('delivery'::text) AS sealed_source)) AND (submission_id = ( SELECT app.sealed_ref('delivery'::text) AS sealed_ref))));
CREATE POLICY submission_text_merge_changes ON tenant.submission_text FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY submission_text_merge_reads ON tenant.submission_text FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.support ENABLE ROW LEVEL SECURITY;
CREATE POLICY support_board_adds ON tenant.support FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY support_board_changes ON tenant.support FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY support_board_reads ON tenant.support FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.support_organisation ENABLE ROW LEVEL SECURITY;
CREATE POLICY support_organisation_board_adds ON tenant.support_organisation FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY support_organisation_board_reads ON tenant.support_organisation FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.template_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY template_draft_board_adds ON tenant.template_draft FOR INSERT TO scope_board WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY template_draft_board_changes ON tenant.template_draft FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY template_draft_board_reads ON tenant.template_draft FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY template_draft_board_removes ON tenant.template_draft FOR DELETE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.thread ENABLE ROW LEVEL SECURITY;
CREATE POLICY thread_agency_adds ON tenant.thread FOR INSERT TO scope_agency WITH CHECK (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND ((begun_by)::text = 'agency'::text) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = thread.tenant_id) AND (q.request_id = thread.request_id))))));
CREATE POLICY thread_agency_changes ON tenant.thread FOR UPDATE TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = thread.tenant_id) AND (q.request_id = thread.request_id)))))) WITH CHECK (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = thread.tenant_id) AND (q.request_id = thread.request_id))))));
CREATE POLICY thread_agency_reads ON tenant.thread FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.request q
  WHERE ((q.tenant_id = thread.tenant_id) AND (q.request_id = thread.request_id))))));
CREATE POLICY thread_board_adds ON tenant.thread FOR INSERT TO scope_board WITH CHECK (((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)) AND ((begun_by)::text = 'board'::text)));
CREATE POLICY thread_board_changes ON tenant.thread FOR UPDATE TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party))) WITH CHECK ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY thread_board_reads ON tenant.thread FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
ALTER TABLE tenant.thread_follower ENABLE ROW LEVEL SECURITY;
CREATE POLICY thread_follower_agency_adds ON tenant.thread_follower FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.thread t
  WHERE ((t.tenant_id = thread_follower.board_id) AND (t.thread_id = thread_follower.thread_id))))));
CREATE POLICY thread_follower_agency_reads ON tenant.thread_follower FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.thread t
  WHERE ((t.tenant_id = thread_follower.board_id) AND (t.thread_id = thread_follower.thread_id))))));
CREATE POLICY thread_follower_merge_changes ON tenant.thread_follower FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY thread_follower_merge_reads ON tenant.thread_follower FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY thread_merge_changes ON tenant.thread FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY thread_merge_reads ON tenant.thread FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.thread_message ENABLE ROW LEVEL SECURITY;
CREATE POLICY thread_message_agency_adds ON tenant.thread_message FOR INSERT TO scope_agency WITH CHECK (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND ((side)::text = 'agency'::text) AND (EXISTS ( SELECT
   FROM tenant.thread t
  WHERE ((t.tenant_id = thread_message.tenant_id) AND (t.thread_id = thread_message.thread_id))))));
CREATE POLICY thread_message_agency_reads ON tenant.thread_message FOR SELECT TO scope_agency USING (((agency_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (EXISTS ( SELECT
   FROM tenant.thread t
  WHERE ((t.tenant_id = thread_message.tenant_id) AND (t.thread_id = thread_message.thread_id))))));
CREATE POLICY thread_message_board_adds ON tenant.thread_message FOR INSERT TO scope_board WITH CHECK (((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)) AND ((side)::text = 'board'::text)));
CREATE POLICY thread_message_board_reads ON tenant.thread_message FOR SELECT TO scope_board USING ((tenant_id = ( SELECT app.sealed_party('board'::text) AS sealed_party)));
CREATE POLICY thread_message_merge_changes ON tenant.thread_message FOR UPDATE TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY thread_message_merge_reads ON tenant.thread_message FOR SELECT TO scope_merge USING ((agency_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit_agency_adds ON tenant.unit FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (( SELECT app.sealed_unit('agency'::text) AS sealed_unit) IS NULL)));
CREATE POLICY unit_agency_changes ON tenant.unit FOR UPDATE TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (( SELECT app.sealed_unit('agency'::text) AS sealed_unit) IS NULL))) WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (( SELECT app.sealed_unit('agency'::text) AS sealed_unit) IS NULL)));
CREATE POLICY unit_agency_reads ON tenant.unit FOR SELECT TO scope_agency USING ((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)));
CREATE POLICY unit_merge_adds ON tenant.unit FOR INSERT TO scope_merge WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY unit_merge_changes ON tenant.unit FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY unit_merge_reads ON tenant.unit FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
ALTER TABLE tenant.unit_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit_record_agency_adds ON tenant.unit_record FOR INSERT TO scope_agency WITH CHECK (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (( SELECT app.sealed_unit('agency'::text) AS sealed_unit) IS NULL)));
CREATE POLICY unit_record_agency_reads ON tenant.unit_record FOR SELECT TO scope_agency USING (((tenant_id = ( SELECT app.sealed_party('agency'::text) AS sealed_party)) AND (( SELECT app.sealed_unit('agency'::text) AS sealed_unit) IS NULL)));
CREATE POLICY unit_record_merge_changes ON tenant.unit_record FOR UPDATE TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[]))) WITH CHECK ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
CREATE POLICY unit_record_merge_reads ON tenant.unit_record FOR SELECT TO scope_merge USING ((tenant_id = ANY (( SELECT app.sealed_rooms('merge'::text) AS sealed_rooms)::uuid[])));
GRANT USAGE ON SCHEMA app TO gateway;
GRANT USAGE ON SCHEMA app TO worker;
GRANT USAGE ON SCHEMA app TO scope_board;
GRANT USAGE ON SCHEMA app TO scope_agency;
GRANT USAGE ON SCHEMA app TO scope_delivery;
GRANT USAGE ON SCHEMA app TO scope_share;
GRANT USAGE ON SCHEMA app TO scope_sight;
GRANT USAGE ON SCHEMA app TO scope_aggregate;
GRANT USAGE ON SCHEMA app TO scope_national;
GRANT USAGE ON SCHEMA app TO scope_system;
GRANT USAGE ON SCHEMA app TO scope_merge;
GRANT USAGE ON SCHEMA app TO scope_review;
GRANT USAGE ON SCHEMA catalogue TO scope_board;
GRANT USAGE ON SCHEMA catalogue TO scope_agency;
GRANT USAGE ON SCHEMA catalogue TO scope_delivery;
GRANT USAGE ON SCHEMA catalogue TO scope_share;
GRANT USAGE ON SCHEMA catalogue TO scope_sight;
GRANT USAGE ON SCHEMA catalogue TO scope_aggregate;
GRANT USAGE ON SCHEMA catalogue TO scope_national;
GRANT USAGE ON SCHEMA catalogue TO scope_merge;
GRANT USAGE ON SCHEMA catalogue TO scope_review;
GRANT USAGE ON SCHEMA directory TO scope_board;
GRANT USAGE ON SCHEMA directory TO scope_agency;
GRANT USAGE ON SCHEMA directory TO scope_delivery;
GRANT USAGE ON SCHEMA directory TO scope_share;
GRANT USAGE ON SCHEMA directory TO scope_sight;
GRANT USAGE ON SCHEMA directory TO scope_aggregate;
GRANT USAGE ON SCHEMA directory TO scope_national;
GRANT USAGE ON SCHEMA directory TO gateway;
GRANT USAGE ON SCHEMA identity TO gateway;
GRANT USAGE ON SCHEMA identity TO worker;
GRANT USAGE ON SCHEMA identity TO scope_board;
GRANT USAGE ON SCHEMA identity TO scope_agency;
GRANT USAGE ON SCHEMA identity TO scope_delivery;
GRANT USAGE ON SCHEMA identity TO scope_system;
GRANT USAGE ON SCHEMA identity TO auth;
GRANT USAGE ON SCHEMA identity TO scope_merge;
GRANT USAGE ON SCHEMA identity TO scope_review;
GRANT USAGE ON SCHEMA identity TO scope_sight;
GRANT USAGE ON SCHEMA jobs TO scope_board;
GRANT USAGE ON SCHEMA jobs TO scope_agency;
GRANT USAGE ON SCHEMA jobs TO scope_delivery;
GRANT USAGE ON SCHEMA jobs TO scope_system;
GRANT USAGE ON SCHEMA jobs TO worker;
GRANT USAGE ON SCHEMA jobs TO scope_aggregate;
GRANT USAGE ON SCHEMA operator TO operator;
GRANT USAGE ON SCHEMA tenancy TO scope_board;
GRANT USAGE ON SCHEMA tenancy TO scope_agency;
GRANT USAGE ON SCHEMA tenancy TO scope_delivery;
GRANT USAGE ON SCHEMA tenancy TO scope_share;
GRANT USAGE ON SCHEMA tenancy TO scope_sight;
GRANT USAGE ON SCHEMA tenancy TO scope_aggregate;
GRANT USAGE ON SCHEMA tenancy TO scope_national;
GRANT USAGE ON SCHEMA tenancy TO auth;
GRANT USAGE ON SCHEMA tenancy TO scope_merge;
GRANT USAGE ON SCHEMA tenant TO scope_board;
GRANT USAGE ON SCHEMA tenant TO scope_agency;
GRANT USAGE ON SCHEMA tenant TO scope_delivery;
GRANT USAGE ON SCHEMA tenant TO scope_share;
GRANT USAGE ON SCHEMA tenant TO scope_sight;
GRANT USAGE ON SCHEMA tenant TO scope_aggregate;
GRANT USAGE ON SCHEMA tenant TO scope_national;
GRANT USAGE ON SCHEMA tenant TO scope_merge;
GRANT USAGE ON SCHEMA tenant TO scope_review;
REVOKE ALL ON FUNCTION app.business_time(p_said text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.business_time(p_said text) TO scope_board;
GRANT ALL ON FUNCTION app.business_time(p_said text) TO scope_agency;
GRANT ALL ON FUNCTION app.business_time(p_said text) TO scope_delivery;
GRANT ALL ON FUNCTION app.business_time(p_said text) TO scope_merge;
GRANT ALL ON FUNCTION app.business_time(p_said text) TO scope_review;
GRANT ALL ON FUNCTION app.business_time(p_said text) TO scope_sight;
REVOKE ALL ON FUNCTION app.carry_progress(p_job_id uuid, p_fence bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.carry_progress(p_job_id uuid, p_fence bigint) TO worker;
REVOKE ALL ON FUNCTION app.count_asked() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.count_joined() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.count_request() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.count_return() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.count_version(p_board uuid, p_return uuid, p_version integer, p_before integer, p_period text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.count_version(p_board uuid, p_return uuid, p_version integer, p_before integer, p_period text) TO scope_board;
GRANT ALL ON FUNCTION app.count_version(p_board uuid, p_return uuid, p_version integer, p_before integer, p_period text) TO scope_delivery;
REVOKE ALL ON PROCEDURE app.cover_merge() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.date_redaction() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.decide_supplement(p_return uuid, p_version integer, p_accept boolean, p_words text, p_by_name text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION app.decide_supplement(p_return uuid, p_version integer, p_accept boolean, p_words text, p_by_name text, p_at timestamp with time zone) TO scope_board;
REVOKE ALL ON FUNCTION app.due_day(p_due_on date, p_return_state text, p_back_by date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.due_day(p_due_on date, p_return_state text, p_back_by date) TO scope_board;
GRANT ALL ON FUNCTION app.due_day(p_due_on date, p_return_state text, p_back_by date) TO scope_sight;
REVOKE ALL ON FUNCTION app.entry_now(p_entry uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.entry_now(p_entry uuid) TO scope_board;
REVOKE ALL ON FUNCTION app.falls_due(p_asked boolean, p_due_on date, p_today date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.falls_due(p_asked boolean, p_due_on date, p_today date) TO scope_board;
REVOKE ALL ON FUNCTION app.finish_join(p_job_id uuid, p_fence bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION app.finish_join(p_job_id uuid, p_fence bigint, p_at timestamp with time zone) TO worker;
REVOKE ALL ON FUNCTION app.frozen_lines(p_tenant uuid, p_submission uuid, p_board uuid, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.frozen_lines(p_tenant uuid, p_submission uuid, p_board uuid, p_request uuid) TO scope_agency;
GRANT ALL ON FUNCTION app.frozen_lines(p_tenant uuid, p_submission uuid, p_board uuid, p_request uuid) TO scope_delivery;
REVOKE ALL ON FUNCTION app.hold_report_numbers() FROM PUBLIC;
GRANT ALL ON FUNCTION app.hold_report_numbers() TO scope_board;
REVOKE ALL ON FUNCTION app.hold_words(p_board uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION app.is_late(p_standing text, p_due_on date, p_today date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_late(p_standing text, p_due_on date, p_today date) TO scope_board;
GRANT ALL ON FUNCTION app.is_late(p_standing text, p_due_on date, p_today date) TO scope_sight;
REVOKE ALL ON FUNCTION app.is_unused_content(p_sha256 bytea, p_before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_unused_content(p_sha256 bytea, p_before timestamp with time zone) TO scope_agency;
REVOKE ALL ON FUNCTION app.job() FROM PUBLIC;
GRANT ALL ON FUNCTION app.job() TO scope_board;
GRANT ALL ON FUNCTION app.job() TO scope_agency;
GRANT ALL ON FUNCTION app.job() TO scope_delivery;
GRANT ALL ON FUNCTION app.job() TO scope_share;
GRANT ALL ON FUNCTION app.job() TO scope_sight;
GRANT ALL ON FUNCTION app.job() TO scope_aggregate;
GRANT ALL ON FUNCTION app.job() TO scope_national;
GRANT ALL ON FUNCTION app.job() TO scope_system;
GRANT ALL ON FUNCTION app.job() TO scope_review;
REVOKE ALL ON FUNCTION app.make_seal_key() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.may_explain(p_board_id uuid, p_request_id uuid, p_subject text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.may_explain(p_board_id uuid, p_request_id uuid, p_subject text) TO scope_agency;
REVOKE ALL ON FUNCTION app.may_settle(p_requirement_code text, p_board_id uuid, p_box_no text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.may_settle(p_requirement_code text, p_board_id uuid, p_box_no text) TO scope_agency;
REVOKE ALL ON FUNCTION app.may_write_box(p_board_id uuid, p_request_id uuid, p_place text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.may_write_box(p_board_id uuid, p_request_id uuid, p_place text) TO scope_agency;
REVOKE ALL ON FUNCTION app.may_write_commitment(p_commitment_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.may_write_commitment(p_commitment_id uuid) TO scope_agency;
REVOKE ALL ON FUNCTION app.may_write_place(p_template_code text, p_version integer, p_place text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.may_write_place(p_template_code text, p_version integer, p_place text) TO scope_agency;
REVOKE ALL ON FUNCTION app.may_write_subject(p_requirement_code text, p_board_id uuid, p_request_id uuid, p_item_no text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.may_write_subject(p_requirement_code text, p_board_id uuid, p_request_id uuid, p_item_no text) TO scope_agency;
REVOKE ALL ON FUNCTION app.merge_answers(p_from_room text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_answers(p_from_room text, p_at timestamp with time zone) TO scope_merge;
REVOKE ALL ON FUNCTION app.merge_columns(p_table text, p_as_read boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_columns(p_table text, p_as_read boolean) TO scope_merge;
REVOKE ALL ON FUNCTION app.merge_plan() FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_plan() TO scope_merge;
REVOKE ALL ON FUNCTION app.merge_rooms(p_merge_id uuid, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_rooms(p_merge_id uuid, p_at timestamp with time zone) TO scope_agency;
REVOKE ALL ON FUNCTION app.merge_texts(p_room uuid, p_code text, OUT describes text, OUT knows text, OUT improve text, OUT whole text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_texts(p_room uuid, p_code text, OUT describes text, OUT knows text, OUT improve text, OUT whole text) TO scope_merge;
REVOKE ALL ON FUNCTION app.merge_words_for_boards(p_from_room text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_words_for_boards(p_from_room text, p_at timestamp with time zone) TO scope_merge;
REVOKE ALL ON FUNCTION app.move_count(p_board uuid, p_audit uuid, p_was text, p_is text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.move_count(p_board uuid, p_audit uuid, p_was text, p_is text) TO scope_board;
GRANT ALL ON FUNCTION app.move_count(p_board uuid, p_audit uuid, p_was text, p_is text) TO scope_delivery;
REVOKE ALL ON FUNCTION app.note_unsealed() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.party() FROM PUBLIC;
GRANT ALL ON FUNCTION app.party() TO scope_board;
GRANT ALL ON FUNCTION app.party() TO scope_agency;
GRANT ALL ON FUNCTION app.party() TO scope_delivery;
GRANT ALL ON FUNCTION app.party() TO scope_share;
GRANT ALL ON FUNCTION app.party() TO scope_sight;
GRANT ALL ON FUNCTION app.party() TO scope_aggregate;
GRANT ALL ON FUNCTION app.party() TO scope_national;
GRANT ALL ON FUNCTION app.party() TO scope_system;
GRANT ALL ON FUNCTION app.party() TO scope_merge;
GRANT ALL ON FUNCTION app.party() TO scope_review;
REVOKE ALL ON FUNCTION app.person() FROM PUBLIC;
GRANT ALL ON FUNCTION app.person() TO scope_board;
GRANT ALL ON FUNCTION app.person() TO scope_agency;
GRANT ALL ON FUNCTION app.person() TO scope_delivery;
GRANT ALL ON FUNCTION app.person() TO scope_share;
GRANT ALL ON FUNCTION app.person() TO scope_sight;
GRANT ALL ON FUNCTION app.person() TO scope_aggregate;
GRANT ALL ON FUNCTION app.person() TO scope_national;
GRANT ALL ON FUNCTION app.person() TO scope_system;
GRANT ALL ON FUNCTION app.person() TO scope_merge;
GRANT ALL ON FUNCTION app.person() TO scope_review;
REVOKE ALL ON FUNCTION app.read_delivery(p_job_id uuid, p_fence bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.read_delivery(p_job_id uuid, p_fence bigint) TO worker;
REVOKE ALL ON FUNCTION app.record(p_what text, p_subject_kind text, p_subject_ref text, p_facts jsonb, p_payload text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.record(p_what text, p_subject_kind text, p_subject_ref text, p_facts jsonb, p_payload text) TO scope_board;
GRANT ALL ON FUNCTION app.record(p_what text, p_subject_kind text, p_subject_ref text, p_facts jsonb, p_payload text) TO scope_agency;
GRANT ALL ON FUNCTION app.record(p_what text, p_subject_kind text, p_subject_ref text, p_facts jsonb, p_payload text) TO scope_delivery;
GRANT ALL ON FUNCTION app.record(p_what text, p_subject_kind text, p_subject_ref text, p_facts jsonb, p_payload text) TO scope_review;
REVOKE ALL ON FUNCTION app.request_ref(p_said text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.request_ref(p_said text) TO scope_board;
GRANT ALL ON FUNCTION app.request_ref(p_said text) TO scope_agency;
GRANT ALL ON FUNCTION app.request_ref(p_said text) TO scope_delivery;
GRANT ALL ON FUNCTION app.request_ref(p_said text) TO scope_merge;
GRANT ALL ON FUNCTION app.request_ref(p_said text) TO scope_review;
GRANT ALL ON FUNCTION app.request_ref(p_said text) TO scope_sight;
REVOKE ALL ON FUNCTION app.role() FROM PUBLIC;
GRANT ALL ON FUNCTION app.role() TO scope_board;
GRANT ALL ON FUNCTION app.role() TO scope_agency;
GRANT ALL ON FUNCTION app.role() TO scope_delivery;
GRANT ALL ON FUNCTION app.role() TO scope_share;
GRANT ALL ON FUNCTION app.role() TO scope_sight;
GRANT ALL ON FUNCTION app.role() TO scope_aggregate;
GRANT ALL ON FUNCTION app.role() TO scope_national;
GRANT ALL ON FUNCTION app.role() TO scope_system;
GRANT ALL ON FUNCTION app.role() TO scope_merge;
GRANT ALL ON FUNCTION app.role() TO scope_review;
REVOKE ALL ON FUNCTION app.room_counts() FROM PUBLIC;
GRANT ALL ON FUNCTION app.room_counts() TO scope_agency;
REVOKE ALL ON FUNCTION app.save_answer(p_token_hash bytea, p_unit_id uuid, p_requirement_code text, p_expected_version integer, p_level integer, p_na_reason text, p_modification_reason text, p_mode text, p_inherited_version integer, p_confirm boolean, p_roles text[], p_facets text[], p_texts text[], p_part_facets text[], p_part_lows integer[], p_part_highs integer[], p_request_ref text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION app.save_answer(p_token_hash bytea, p_unit_id uuid, p_requirement_code text, p_expected_version integer, p_level integer, p_na_reason text, p_modification_reason text, p_mode text, p_inherited_version integer, p_confirm boolean, p_roles text[], p_facets text[], p_texts text[], p_part_facets text[], p_part_lows integer[], p_part_highs integer[], p_request_ref text, p_at timestamp with time zone) TO gateway;
REVOKE ALL ON FUNCTION app.say_redacted() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.say_superseded() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.scope() FROM PUBLIC;
GRANT ALL ON FUNCTION app.scope() TO scope_board;
GRANT ALL ON FUNCTION app.scope() TO scope_agency;
GRANT ALL ON FUNCTION app.scope() TO scope_delivery;
GRANT ALL ON FUNCTION app.scope() TO scope_share;
GRANT ALL ON FUNCTION app.scope() TO scope_sight;
GRANT ALL ON FUNCTION app.scope() TO scope_aggregate;
GRANT ALL ON FUNCTION app.scope() TO scope_national;
GRANT ALL ON FUNCTION app.scope() TO scope_system;
GRANT ALL ON FUNCTION app.scope() TO scope_review;
REVOKE ALL ON FUNCTION app.sealed_day(p_scope text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.sealed_day(p_scope text) TO scope_review;
GRANT ALL ON FUNCTION app.sealed_day(p_scope text) TO scope_sight;
REVOKE ALL ON FUNCTION app.sealed_party(p_scope text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.sealed_party(p_scope text) TO scope_board;
GRANT ALL ON FUNCTION app.sealed_party(p_scope text) TO scope_agency;
GRANT ALL ON FUNCTION app.sealed_party(p_scope text) TO scope_delivery;
GRANT ALL ON FUNCTION app.sealed_party(p_scope text) TO scope_share;
GRANT ALL ON FUNCTION app.sealed_party(p_scope text) TO scope_sight;
GRANT ALL ON FUNCTION app.sealed_party(p_scope text) TO scope_aggregate;
GRANT ALL ON FUNCTION app.sealed_party(p_scope text) TO scope_national;
GRANT ALL ON FUNCTION app.sealed_party(p_scope text) TO scope_system;
GRANT ALL ON FUNCTION app.sealed_party(p_scope text) TO scope_review;
REVOKE ALL ON FUNCTION app.sealed_person(p_scope text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.sealed_person(p_scope text) TO scope_review;
REVOKE ALL ON FUNCTION app.sealed_ref(p_scope text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.sealed_ref(p_scope text) TO scope_board;
GRANT ALL ON FUNCTION app.sealed_ref(p_scope text) TO scope_agency;
GRANT ALL ON FUNCTION app.sealed_ref(p_scope text) TO scope_delivery;
GRANT ALL ON FUNCTION app.sealed_ref(p_scope text) TO scope_share;
GRANT ALL ON FUNCTION app.sealed_ref(p_scope text) TO scope_sight;
GRANT ALL ON FUNCTION app.sealed_ref(p_scope text) TO scope_aggregate;
GRANT ALL ON FUNCTION app.sealed_ref(p_scope text) TO scope_national;
GRANT ALL ON FUNCTION app.sealed_ref(p_scope text) TO scope_system;
REVOKE ALL ON FUNCTION app.sealed_rooms(p_scope text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.sealed_rooms(p_scope text) TO scope_merge;
REVOKE ALL ON FUNCTION app.sealed_scope(p_scope text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.sealed_scope(p_scope text) TO scope_board;
GRANT ALL ON FUNCTION app.sealed_scope(p_scope text) TO scope_agency;
GRANT ALL ON FUNCTION app.sealed_scope(p_scope text) TO scope_delivery;
GRANT ALL ON FUNCTION app.sealed_scope(p_scope text) TO scope_share;
GRANT ALL ON FUNCTION app.sealed_scope(p_scope text) TO scope_sight;
GRANT ALL ON FUNCTION app.sealed_scope(p_scope text) TO scope_aggregate;
GRANT ALL ON FUNCTION app.sealed_scope(p_scope text) TO scope_national;
GRANT ALL ON FUNCTION app.sealed_scope(p_scope text) TO scope_system;
REVOKE ALL ON FUNCTION app.sealed_source(p_scope text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.sealed_source(p_scope text) TO scope_board;
GRANT ALL ON FUNCTION app.sealed_source(p_scope text) TO scope_agency;
GRANT ALL ON FUNCTION app.sealed_source(p_scope text) TO scope_delivery;
GRANT ALL ON FUNCTION app.sealed_source(p_scope text) TO scope_share;
GRANT ALL ON FUNCTION app.sealed_source(p_scope text) TO scope_sight;
GRANT ALL ON FUNCTION app.sealed_source(p_scope text) TO scope_aggregate;
GRANT ALL ON FUNCTION app.sealed_source(p_scope text) TO scope_national;
GRANT ALL ON FUNCTION app.sealed_source(p_scope text) TO scope_system;
REVOKE ALL ON FUNCTION app.sealed_target(p_scope text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.sealed_target(p_scope text) TO scope_board;
GRANT ALL ON FUNCTION app.sealed_target(p_scope text) TO scope_agency;
GRANT ALL ON FUNCTION app.sealed_target(p_scope text) TO scope_delivery;
GRANT ALL ON FUNCTION app.sealed_target(p_scope text) TO scope_share;
GRANT ALL ON FUNCTION app.sealed_target(p_scope text) TO scope_sight;
GRANT ALL ON FUNCTION app.sealed_target(p_scope text) TO scope_aggregate;
GRANT ALL ON FUNCTION app.sealed_target(p_scope text) TO scope_national;
GRANT ALL ON FUNCTION app.sealed_target(p_scope text) TO scope_system;
REVOKE ALL ON FUNCTION app.sealed_unit(p_scope text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.sealed_unit(p_scope text) TO scope_agency;
REVOKE ALL ON FUNCTION app.share_words(p_board uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.share_words(p_board uuid) TO scope_board;
GRANT ALL ON FUNCTION app.share_words(p_board uuid) TO scope_agency;
REVOKE ALL ON FUNCTION app.source_ref() FROM PUBLIC;
GRANT ALL ON FUNCTION app.source_ref() TO scope_board;
GRANT ALL ON FUNCTION app.source_ref() TO scope_agency;
GRANT ALL ON FUNCTION app.source_ref() TO scope_delivery;
GRANT ALL ON FUNCTION app.source_ref() TO scope_share;
GRANT ALL ON FUNCTION app.source_ref() TO scope_sight;
GRANT ALL ON FUNCTION app.source_ref() TO scope_aggregate;
GRANT ALL ON FUNCTION app.source_ref() TO scope_national;
GRANT ALL ON FUNCTION app.source_ref() TO scope_system;
GRANT ALL ON FUNCTION app.source_ref() TO scope_merge;
GRANT ALL ON FUNCTION app.source_ref() TO scope_review;
REVOKE ALL ON FUNCTION app.source_tenant() FROM PUBLIC;
GRANT ALL ON FUNCTION app.source_tenant() TO scope_board;
GRANT ALL ON FUNCTION app.source_tenant() TO scope_agency;
GRANT ALL ON FUNCTION app.source_tenant() TO scope_delivery;
GRANT ALL ON FUNCTION app.source_tenant() TO scope_share;
GRANT ALL ON FUNCTION app.source_tenant() TO scope_sight;
GRANT ALL ON FUNCTION app.source_tenant() TO scope_aggregate;
GRANT ALL ON FUNCTION app.source_tenant() TO scope_national;
GRANT ALL ON FUNCTION app.source_tenant() TO scope_system;
GRANT ALL ON FUNCTION app.source_tenant() TO scope_merge;
GRANT ALL ON FUNCTION app.source_tenant() TO scope_review;
REVOKE ALL ON FUNCTION app.standing(p_state text, p_left_out text, p_return_state text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.standing(p_state text, p_left_out text, p_return_state text) TO scope_board;
GRANT ALL ON FUNCTION app.standing(p_state text, p_left_out text, p_return_state text) TO scope_delivery;
GRANT ALL ON FUNCTION app.standing(p_state text, p_left_out text, p_return_state text) TO scope_sight;
REVOKE ALL ON FUNCTION app.take_action_answer(p_job_id uuid, p_fence bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.take_action_answer(p_job_id uuid, p_fence bigint) TO worker;
REVOKE ALL ON FUNCTION app.take_key(p_key text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.take_key(p_key text) TO scope_agency;
REVOKE ALL ON FUNCTION app.target_ref() FROM PUBLIC;
GRANT ALL ON FUNCTION app.target_ref() TO scope_board;
GRANT ALL ON FUNCTION app.target_ref() TO scope_agency;
GRANT ALL ON FUNCTION app.target_ref() TO scope_delivery;
GRANT ALL ON FUNCTION app.target_ref() TO scope_share;
GRANT ALL ON FUNCTION app.target_ref() TO scope_sight;
GRANT ALL ON FUNCTION app.target_ref() TO scope_aggregate;
GRANT ALL ON FUNCTION app.target_ref() TO scope_national;
GRANT ALL ON FUNCTION app.target_ref() TO scope_system;
GRANT ALL ON FUNCTION app.target_ref() TO scope_review;
REVOKE ALL ON FUNCTION app.tell_actions(p_board uuid, p_return uuid, p_version integer, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION app.tell_actions(p_board uuid, p_return uuid, p_version integer, p_at timestamp with time zone) TO scope_board;
GRANT ALL ON FUNCTION app.tell_actions(p_board uuid, p_return uuid, p_version integer, p_at timestamp with time zone) TO scope_delivery;
REVOKE ALL ON FUNCTION app.tell_people(p_job_id uuid, p_fence bigint, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.tell_people(p_job_id uuid, p_fence bigint, p_day date) TO worker;
REVOKE ALL ON FUNCTION app.unit() FROM PUBLIC;
GRANT ALL ON FUNCTION app.unit() TO scope_board;
GRANT ALL ON FUNCTION app.unit() TO scope_agency;
GRANT ALL ON FUNCTION app.unit() TO scope_delivery;
GRANT ALL ON FUNCTION app.unit() TO scope_share;
GRANT ALL ON FUNCTION app.unit() TO scope_sight;
GRANT ALL ON FUNCTION app.unit() TO scope_aggregate;
GRANT ALL ON FUNCTION app.unit() TO scope_national;
GRANT ALL ON FUNCTION app.unit() TO scope_system;
GRANT ALL ON FUNCTION app.unit() TO scope_review;
REVOKE ALL ON FUNCTION app.units_to_read() FROM PUBLIC;
GRANT ALL ON FUNCTION app.units_to_read() TO scope_agency;
REVOKE ALL ON FUNCTION app.write_delivery(p_job_id uuid, p_fence bigint, p_origin text, p_result_hash bytea, p_receipt_code text, p_framework_code text, p_framework_version integer, p_mapping_version integer, p_counts integer[], p_box_nos text[], p_box_texts text[], p_box_points text[], p_box_states text[], p_box_na_reasons text[], p_box_digests bytea[], p_box_salts bytea[], p_source_boxes text[], p_source_kinds text[], p_source_requirements text[], p_source_items text[], p_source_answer_versions integer[], p_source_confirmed_on date[], p_source_rules text[], p_source_lows integer[], p_source_highs integer[], p_source_chosen_by text[], p_source_reasons text[], p_action_kinds text[], p_action_commitments uuid[], p_action_areas text[], p_action_changes text[], p_action_whats text[], p_action_hows text[], p_action_leads text[], p_action_by_on date[], p_action_progress text[], p_action_evidence text[], p_action_risks text[], p_action_places text[], p_action_scheme text, p_evidence_lines integer[], p_evidence_boxes text[], p_level_requirements text[], p_levels integer[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION app.write_delivery(p_job_id uuid, p_fence bigint, p_origin text, p_result_hash bytea, p_receipt_code text, p_framework_code text, p_framework_version integer, p_mapping_version integer, p_counts integer[], p_box_nos text[], p_box_texts text[], p_box_points text[], p_box_states text[], p_box_na_reasons text[], p_box_digests bytea[], p_box_salts bytea[], p_source_boxes text[], p_source_kinds text[], p_source_requirements text[], p_source_items text[], p_source_answer_versions integer[], p_source_confirmed_on date[], p_source_rules text[], p_source_lows integer[], p_source_highs integer[], p_source_chosen_by text[], p_source_reasons text[], p_action_kinds text[], p_action_commitments uuid[], p_action_areas text[], p_action_changes text[], p_action_whats text[], p_action_hows text[], p_action_leads text[], p_action_by_on date[], p_action_progress text[], p_action_evidence text[], p_action_risks text[], p_action_places text[], p_action_scheme text, p_evidence_lines integer[], p_evidence_boxes text[], p_level_requirements text[], p_levels integer[], p_at timestamp with time zone) TO worker;
REVOKE ALL ON FUNCTION directory.verify_receipt(p_code_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION directory.verify_receipt(p_code_hash bytea) TO gateway;
REVOKE ALL ON FUNCTION identity.accept_colleague_invitation(p_token_hash bytea, p_name text, p_position text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.accept_colleague_invitation(p_token_hash bytea, p_name text, p_position text) TO auth;
REVOKE ALL ON FUNCTION identity.account_of(p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.account_of(p_token_hash bytea) TO auth;
REVOKE ALL ON FUNCTION identity.acting_as(p_role text) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.acts_for(p_person_id uuid, p_agency_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.acts_for(p_person_id uuid, p_agency_id uuid) TO scope_board;
REVOKE ALL ON FUNCTION identity.agree_email_change(p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.agree_email_change(p_token_hash bytea) TO auth;
REVOKE ALL ON FUNCTION identity.agree_to_submit(p_client_id uuid, p_position text, p_statement text, p_lifetime interval) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.agree_to_submit(p_client_id uuid, p_position text, p_statement text, p_lifetime interval) TO scope_agency;
REVOKE ALL ON FUNCTION identity.answer_action_link(p_token_hash bytea, p_address text, p_said text, p_text text, p_new_on date, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.answer_action_link(p_token_hash bytea, p_address text, p_said text, p_text text, p_new_on date, p_at timestamp with time zone) TO auth;
REVOKE ALL ON FUNCTION identity.ask_email_change(p_token_hash bytea, p_email text, p_proved boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.ask_email_change(p_token_hash bytea, p_email text, p_proved boolean) TO auth;
REVOKE ALL ON FUNCTION identity.ask_link(p_purpose text, p_email text, p_address text, p_next text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.ask_link(p_purpose text, p_email text, p_address text, p_next text) TO auth;
REVOKE ALL ON FUNCTION identity.ask_signing_code(p_token_hash bytea, p_digest bytea, p_copies integer) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.ask_signing_code(p_token_hash bytea, p_digest bytea, p_copies integer) TO auth;
REVOKE ALL ON FUNCTION identity.authority_to_submit() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.authority_to_submit() TO scope_agency;
REVOKE ALL ON FUNCTION identity.begin_calendar(p_own_token_hash bytea, p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.begin_calendar(p_own_token_hash bytea, p_token_hash bytea) TO auth;
REVOKE ALL ON FUNCTION identity.begin_checked_session(p_token_hash bytea, p_person_id uuid, p_membership_id uuid, p_lifetime interval, p_replaces bytea, p_device text, p_two_factor boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.begin_checked_session(p_token_hash bytea, p_person_id uuid, p_membership_id uuid, p_lifetime interval, p_replaces bytea, p_device text, p_two_factor boolean) TO auth;
REVOKE ALL ON FUNCTION identity.begin_client_session(p_client text, p_secret_hash bytea, p_address text, p_scopes text[], p_token_hash bytea, p_lifetime interval, OUT outcome text, OUT granted text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.begin_client_session(p_client text, p_secret_hash bytea, p_address text, p_scopes text[], p_token_hash bytea, p_lifetime interval, OUT outcome text, OUT granted text[]) TO auth;
REVOKE ALL ON FUNCTION identity.begin_half_way(p_token_hash bytea, p_person_id uuid, p_next text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.begin_half_way(p_token_hash bytea, p_person_id uuid, p_next text) TO auth;
REVOKE ALL ON FUNCTION identity.begin_session(p_token_hash bytea, p_person_id uuid, p_membership_id uuid, p_kind text, p_lifetime interval, p_replaces bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.begin_session(p_token_hash bytea, p_person_id uuid, p_membership_id uuid, p_kind text, p_lifetime interval, p_replaces bytea) TO auth;
REVOKE ALL ON FUNCTION identity.board_invitations() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.board_invitations() TO scope_board;
REVOKE ALL ON FUNCTION identity.board_people() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.board_people() TO scope_board;
REVOKE ALL ON FUNCTION identity.bounced_mail() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.bounced_mail() TO scope_board;
REVOKE ALL ON FUNCTION identity.calendar_since(p_own_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.calendar_since(p_own_token_hash bytea) TO auth;
REVOKE ALL ON FUNCTION identity.chairs_of_board() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.chairs_of_board() TO scope_board;
REVOKE ALL ON FUNCTION identity.change_board_colleague(p_membership_id uuid, p_role text, p_position text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.change_board_colleague(p_membership_id uuid, p_role text, p_position text) TO scope_board;
REVOKE ALL ON FUNCTION identity.change_colleague(p_membership_id uuid, p_role text, p_position text, p_unit_id uuid, p_standards text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.change_colleague(p_membership_id uuid, p_role text, p_position text, p_unit_id uuid, p_standards text[]) TO scope_agency;
REVOKE ALL ON FUNCTION identity.change_email(p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.change_email(p_token_hash bytea) TO auth;
REVOKE ALL ON FUNCTION identity.check_board_role(p_role text) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.clients() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.clients() TO scope_agency;
REVOKE ALL ON FUNCTION identity.close_chase(p_refused text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.close_chase(p_refused text) TO scope_board;
REVOKE ALL ON FUNCTION identity.close_mail(p_job_id uuid, p_fence bigint, p_refused text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.close_mail(p_job_id uuid, p_fence bigint, p_refused text) TO worker;
GRANT ALL ON FUNCTION identity.close_mail(p_job_id uuid, p_fence bigint, p_refused text) TO scope_system;
REVOKE ALL ON FUNCTION identity.colleague_list() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.colleague_list() TO scope_agency;
REVOKE ALL ON FUNCTION identity.colleagues() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.colleagues() TO scope_board;
GRANT ALL ON FUNCTION identity.colleagues() TO scope_agency;
REVOKE ALL ON FUNCTION identity.confirm_second_factor(p_person_id uuid, p_step bigint, p_code_hashes bytea[]) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.confirm_second_factor(p_person_id uuid, p_step bigint, p_code_hashes bytea[]) TO auth;
REVOKE ALL ON FUNCTION identity.confirm_signing(p_token_hash bytea, p_digest bytea, p_code_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.confirm_signing(p_token_hash bytea, p_digest bytea, p_code_hash bytea) TO auth;
REVOKE ALL ON FUNCTION identity.count_client_failure(p_kind text, p_value text, p_limit integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.count_code_try(p_person_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.count_code_try(p_person_id uuid) TO auth;
REVOKE ALL ON FUNCTION identity.count_use(p_kind text, p_value text, p_most integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.end_action_links(p_action_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.end_action_links(p_action_id uuid) TO scope_board;
REVOKE ALL ON FUNCTION identity.end_calendar(p_own_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.end_calendar(p_own_token_hash bytea) TO auth;
REVOKE ALL ON FUNCTION identity.end_consent(p_client_id uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.end_session(p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.end_session(p_token_hash bytea) TO auth;
REVOKE ALL ON FUNCTION identity.end_sessions_elsewhere(p_token_hash bytea, p_session_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.end_sessions_elsewhere(p_token_hash bytea, p_session_id uuid) TO auth;
REVOKE ALL ON FUNCTION identity.enter(p_token_hash bytea, OUT scope text, OUT party_id uuid, OUT party_kind text, OUT party_name text, OUT person_id uuid, OUT person_name text, OUT unit_id uuid, OUT role text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.enter(p_token_hash bytea, OUT scope text, OUT party_id uuid, OUT party_kind text, OUT party_name text, OUT person_id uuid, OUT person_name text, OUT unit_id uuid, OUT role text) TO gateway;
REVOKE ALL ON FUNCTION identity.enter_job(p_job_id uuid, p_fence bigint, OUT scope text, OUT kind text, OUT party_id uuid, OUT source_tenant uuid, OUT source_ref uuid, OUT target_ref uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.enter_job(p_job_id uuid, p_fence bigint, OUT scope text, OUT kind text, OUT party_id uuid, OUT source_tenant uuid, OUT source_ref uuid, OUT target_ref uuid) TO worker;
REVOKE ALL ON FUNCTION identity.enter_loan(p_token_hash bytea, p_scope text, p_lender uuid, OUT scope text, OUT party_id uuid, OUT party_kind text, OUT party_name text, OUT person_id uuid, OUT person_name text, OUT unit_id uuid, OUT role text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.enter_loan(p_token_hash bytea, p_scope text, p_lender uuid, OUT scope text, OUT party_id uuid, OUT party_kind text, OUT party_name text, OUT person_id uuid, OUT person_name text, OUT unit_id uuid, OUT role text) TO gateway;
REVOKE ALL ON FUNCTION identity.enter_merge(p_merge_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.enter_merge(p_merge_id uuid) TO scope_agency;
REVOKE ALL ON FUNCTION identity.enter_review(p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.enter_review(p_day date) TO scope_review;
REVOKE ALL ON FUNCTION identity.enter_sight(p_board_id uuid, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.enter_sight(p_board_id uuid, p_day date) TO scope_sight;
REVOKE ALL ON FUNCTION identity.figures() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.figures() TO worker;
REVOKE ALL ON FUNCTION identity.forget_second_factor(p_person_id uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.good_link(p_token_hash bytea, p_purpose text) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.has_rested(p_kind text, p_party_kind text, p_seen_at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.hold_room(p_party_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.hold_room(p_party_id uuid) TO gateway;
REVOKE ALL ON FUNCTION identity.housekeep() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.housekeep() TO worker;
GRANT ALL ON FUNCTION identity.housekeep() TO scope_system;
REVOKE ALL ON FUNCTION identity.invite_board_colleague(p_email text, p_name text, p_role text, p_position text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.invite_board_colleague(p_email text, p_name text, p_role text, p_position text) TO scope_board;
REVOKE ALL ON FUNCTION identity.invite_colleague(p_email text, p_name text, p_role text, p_position text, p_unit_id uuid, p_standards text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.invite_colleague(p_email text, p_name text, p_role text, p_position text, p_unit_id uuid, p_standards text[]) TO scope_agency;
REVOKE ALL ON FUNCTION identity.is_of_reviewers(p_party_kind text, p_role text) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.issue_client(p_client_id uuid, p_name text, p_scopes text[], p_secret_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.issue_client(p_client_id uuid, p_name text, p_scopes text[], p_secret_hash bytea) TO scope_agency;
REVOKE ALL ON FUNCTION identity.keep_a_lead(p_party_id uuid, p_leaving uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.keep_a_manager(p_party_id uuid, p_leaving uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.known_people(p_people uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.known_people(p_people uuid[]) TO scope_agency;
REVOKE ALL ON FUNCTION identity.led_agency() FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.link_reminder(p_mail_id uuid, p_action_id uuid, p_title text, p_due_on date, p_name text, p_email text, p_token_hash bytea, p_lifetime interval) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.link_reminder(p_mail_id uuid, p_action_id uuid, p_title text, p_due_on date, p_name text, p_email text, p_token_hash bytea, p_lifetime interval) TO scope_board;
REVOKE ALL ON FUNCTION identity.look_up_job(p_job_id uuid, p_fence bigint, OUT scope text, OUT seal text, OUT job_scope text, OUT kind text, OUT party_id uuid, OUT source_tenant uuid, OUT source_ref uuid, OUT target_ref uuid, OUT caused_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.look_up_job(p_job_id uuid, p_fence bigint, OUT scope text, OUT seal text, OUT job_scope text, OUT kind text, OUT party_id uuid, OUT source_tenant uuid, OUT source_ref uuid, OUT target_ref uuid, OUT caused_by text) TO worker;
REVOKE ALL ON FUNCTION identity.look_up_loan(p_token_hash bytea, p_scope text, p_lender uuid, OUT scope text, OUT seal text, OUT party_id uuid, OUT party_kind text, OUT party_name text, OUT person_id uuid, OUT person_name text, OUT unit_id uuid, OUT role text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.look_up_loan(p_token_hash bytea, p_scope text, p_lender uuid, OUT scope text, OUT seal text, OUT party_id uuid, OUT party_kind text, OUT party_name text, OUT person_id uuid, OUT person_name text, OUT unit_id uuid, OUT role text) TO gateway;
REVOKE ALL ON FUNCTION identity.look_up_merge(p_merge_id uuid, OUT scope text, OUT seal text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.look_up_merge(p_merge_id uuid, OUT scope text, OUT seal text) TO scope_agency;
REVOKE ALL ON FUNCTION identity.look_up_review(p_day date, OUT scope text, OUT seal text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.look_up_review(p_day date, OUT scope text, OUT seal text) TO scope_review;
REVOKE ALL ON FUNCTION identity.look_up_session(p_token_hash bytea, OUT scope text, OUT seal text, OUT party_id uuid, OUT party_kind text, OUT party_name text, OUT person_id uuid, OUT person_name text, OUT unit_id uuid, OUT role text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.look_up_session(p_token_hash bytea, OUT scope text, OUT seal text, OUT party_id uuid, OUT party_kind text, OUT party_name text, OUT person_id uuid, OUT person_name text, OUT unit_id uuid, OUT role text) TO gateway;
REVOKE ALL ON FUNCTION identity.look_up_sight(p_board_id uuid, p_day date, OUT scope text, OUT seal text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.look_up_sight(p_board_id uuid, p_day date, OUT scope text, OUT seal text) TO scope_sight;
REVOKE ALL ON FUNCTION identity.managed_board() FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.may_write(p_requirement_code text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.may_write(p_requirement_code text) TO scope_agency;
REVOKE ALL ON FUNCTION identity.memberships_of(p_person_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.memberships_of(p_person_id uuid) TO auth;
REVOKE ALL ON FUNCTION identity.my_standards() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.my_standards() TO scope_agency;
REVOKE ALL ON FUNCTION identity.needs_second_factor(p_person_id uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.note_return_path(p_job_id uuid, p_fence bigint, p_return_path bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.note_return_path(p_job_id uuid, p_fence bigint, p_return_path bytea) TO worker;
GRANT ALL ON FUNCTION identity.note_return_path(p_job_id uuid, p_fence bigint, p_return_path bytea) TO scope_system;
REVOKE ALL ON FUNCTION identity.note_use(p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.note_use(p_token_hash bytea) TO gateway;
REVOKE ALL ON FUNCTION identity.offer_second_factor(p_person_id uuid, p_secret bytea, p_key_id text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.offer_second_factor(p_person_id uuid, p_secret bytea, p_key_id text) TO auth;
REVOKE ALL ON FUNCTION identity.open_invitations() FROM PUBLIC;
GRANT ALL ON FUNCTION identity.open_invitations() TO scope_agency;
REVOKE ALL ON FUNCTION identity.post(p_party_id uuid, p_kind text, p_email text, p_fields jsonb, p_link_id uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.post_email_change(p_person_id uuid, p_email text) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.queue_action_mail(p_action_id uuid, p_title text, p_due_on date, p_name text, p_email text, p_names text[], p_values text[], p_lifetime interval) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.queue_action_mail(p_action_id uuid, p_title text, p_due_on date, p_name text, p_email text, p_names text[], p_values text[], p_lifetime interval) TO scope_board;
REVOKE ALL ON FUNCTION identity.queue_chases(p_mails uuid[], p_emails text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.queue_chases(p_mails uuid[], p_emails text[]) TO scope_board;
REVOKE ALL ON FUNCTION identity.queue_link_mail(p_kind text, p_email text, p_names text[], p_values text[], p_purpose text, p_ref uuid, p_lifetime interval) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.queue_link_mail(p_kind text, p_email text, p_names text[], p_values text[], p_purpose text, p_ref uuid, p_lifetime interval) TO scope_board;
REVOKE ALL ON FUNCTION identity.queue_mail(p_kind text, p_email text, p_names text[], p_values text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.queue_mail(p_kind text, p_email text, p_names text[], p_values text[]) TO scope_agency;
GRANT ALL ON FUNCTION identity.queue_mail(p_kind text, p_email text, p_names text[], p_values text[]) TO scope_board;
REVOKE ALL ON FUNCTION identity.read_action_link(p_token_hash bytea, p_address text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.read_action_link(p_token_hash bytea, p_address text) TO auth;
REVOKE ALL ON FUNCTION identity.read_colleague_invitation(p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.read_colleague_invitation(p_token_hash bytea) TO auth;
REVOKE ALL ON FUNCTION identity.read_link(p_token_hash bytea, p_purpose text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.read_link(p_token_hash bytea, p_purpose text) TO auth;
REVOKE ALL ON FUNCTION identity.remove_board_colleague(p_membership_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.remove_board_colleague(p_membership_id uuid) TO scope_board;
REVOKE ALL ON FUNCTION identity.remove_colleague(p_membership_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.remove_colleague(p_membership_id uuid) TO scope_agency;
REVOKE ALL ON FUNCTION identity.reset_board_colleague(p_membership_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.reset_board_colleague(p_membership_id uuid) TO scope_board;
REVOKE ALL ON FUNCTION identity.revoke_client(p_client_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.revoke_client(p_client_id uuid) TO scope_agency;
REVOKE ALL ON FUNCTION identity.rotate_client(p_client_id uuid, p_secret_hash bytea, p_overlap interval) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.rotate_client(p_client_id uuid, p_secret_hash bytea, p_overlap interval) TO scope_agency;
REVOKE ALL ON FUNCTION identity.second_factor_of(p_person_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.second_factor_of(p_person_id uuid) TO auth;
REVOKE ALL ON FUNCTION identity.session_info(p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.session_info(p_token_hash bytea) TO auth;
REVOKE ALL ON FUNCTION identity.session_scopes(p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.session_scopes(p_token_hash bytea) TO gateway;
REVOKE ALL ON FUNCTION identity.sessions_of(p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.sessions_of(p_token_hash bytea) TO auth;
REVOKE ALL ON FUNCTION identity.set_password_hash(p_person_id uuid, p_hash text, p_keep_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.set_password_hash(p_person_id uuid, p_hash text, p_keep_token_hash bytea) TO auth;
REVOKE ALL ON FUNCTION identity.sign_in_failed(p_email text, p_address text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.sign_in_failed(p_email text, p_address text) TO auth;
REVOKE ALL ON FUNCTION identity.sign_in_look_up(p_email text, p_address text, OUT person_id uuid, OUT password_hash text, OUT locked_until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.sign_in_look_up(p_email text, p_address text, OUT person_id uuid, OUT password_hash text, OUT locked_until timestamp with time zone) TO auth;
REVOKE ALL ON FUNCTION identity.sign_in_succeeded(p_person_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.sign_in_succeeded(p_person_id uuid) TO auth;
REVOKE ALL ON FUNCTION identity.still_leads(p_person_id uuid, p_party_id uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.take_action_answer(p_link_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.take_action_answer(p_link_id uuid) TO scope_board;
REVOKE ALL ON FUNCTION identity.take_chase(p_return_path bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.take_chase(p_return_path bytea) TO scope_board;
REVOKE ALL ON FUNCTION identity.take_mail(p_job_id uuid, p_fence bigint, p_token_hash bytea, p_code_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.take_mail(p_job_id uuid, p_fence bigint, p_token_hash bytea, p_code_hash bytea) TO worker;
GRANT ALL ON FUNCTION identity.take_mail(p_job_id uuid, p_fence bigint, p_token_hash bytea, p_code_hash bytea) TO scope_system;
REVOKE ALL ON FUNCTION identity.take_recovery_code(p_person_id uuid, p_code_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.take_recovery_code(p_person_id uuid, p_code_hash bytea) TO auth;
REVOKE ALL ON FUNCTION identity.take_step(p_person_id uuid, p_step bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.take_step(p_person_id uuid, p_step bigint) TO auth;
REVOKE ALL ON FUNCTION identity.tell_agency(p_agency_id uuid, p_unit_id uuid, p_kind text, p_day text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.tell_agency(p_agency_id uuid, p_unit_id uuid, p_kind text, p_day text) TO scope_board;
REVOKE ALL ON FUNCTION identity.tell_colleagues(p_people uuid[], p_unit_id uuid, p_kind text, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.tell_colleagues(p_people uuid[], p_unit_id uuid, p_kind text, p_day date) TO scope_board;
GRANT ALL ON FUNCTION identity.tell_colleagues(p_people uuid[], p_unit_id uuid, p_kind text, p_day date) TO scope_agency;
REVOKE ALL ON FUNCTION identity.tell_leads(p_agency_id uuid, p_unit_id uuid, p_kind text, p_due text, p_day date, p_wait interval) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.tell_leads(p_agency_id uuid, p_unit_id uuid, p_kind text, p_due text, p_day date, p_wait interval) TO scope_board;
REVOKE ALL ON FUNCTION identity.tell_reviewer(p_person_id uuid, p_from text, p_until text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.tell_reviewer(p_person_id uuid, p_from text, p_until text) TO scope_board;
REVOKE ALL ON FUNCTION identity.tell_second_look(p_not uuid[], p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.tell_second_look(p_not uuid[], p_day date) TO scope_board;
REVOKE ALL ON FUNCTION identity.throttle_key(p_kind text, p_value text) FROM PUBLIC;
REVOKE ALL ON FUNCTION identity.use_link(p_token_hash bytea, p_purpose text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.use_link(p_token_hash bytea, p_purpose text) TO auth;
REVOKE ALL ON FUNCTION identity.who_looks_after(p_person_id uuid, p_unit_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.who_looks_after(p_person_id uuid, p_unit_id uuid) TO scope_agency;
REVOKE ALL ON FUNCTION identity.withdraw_board_invitation(p_invitation_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.withdraw_board_invitation(p_invitation_id uuid) TO scope_board;
REVOKE ALL ON FUNCTION identity.withdraw_consent(p_client_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.withdraw_consent(p_client_id uuid) TO scope_agency;
REVOKE ALL ON FUNCTION identity.withdraw_invitation(p_invitation_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.withdraw_invitation(p_invitation_id uuid) TO scope_agency;
REVOKE ALL ON FUNCTION jobs.announce(p_kind text, p_party uuid, p_ref uuid, p_target uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.announce(p_kind text, p_party uuid, p_ref uuid, p_target uuid) TO scope_board;
GRANT ALL ON FUNCTION jobs.announce(p_kind text, p_party uuid, p_ref uuid, p_target uuid) TO scope_agency;
REVOKE ALL ON FUNCTION jobs.announce_all(p_kind text, p_parties uuid[], p_ref uuid, p_targets uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.announce_all(p_kind text, p_parties uuid[], p_ref uuid, p_targets uuid[]) TO scope_board;
GRANT ALL ON FUNCTION jobs.announce_all(p_kind text, p_parties uuid[], p_ref uuid, p_targets uuid[]) TO scope_agency;
REVOKE ALL ON FUNCTION jobs.announce_chases(p_now timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.announce_chases(p_now timestamp with time zone) TO worker;
REVOKE ALL ON FUNCTION jobs.announce_own(p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.announce_own(p_kind text) TO worker;
GRANT ALL ON FUNCTION jobs.announce_own(p_kind text) TO scope_system;
REVOKE ALL ON FUNCTION jobs.announce_progress(p_delay interval) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.announce_progress(p_delay interval) TO worker;
REVOKE ALL ON FUNCTION jobs.announce_telling(p_kind text, p_party uuid, p_ref uuid, p_target uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.announce_telling(p_kind text, p_party uuid, p_ref uuid, p_target uuid) TO scope_board;
GRANT ALL ON FUNCTION jobs.announce_telling(p_kind text, p_party uuid, p_ref uuid, p_target uuid) TO scope_agency;
REVOKE ALL ON FUNCTION jobs.announce_trails(p_delay interval) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.announce_trails(p_delay interval) TO worker;
REVOKE ALL ON FUNCTION jobs.announce_woken(p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.announce_woken(p_day date) TO worker;
REVOKE ALL ON FUNCTION jobs.begin_progress() FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.begin_progress() TO scope_agency;
REVOKE ALL ON FUNCTION jobs.claim(p_count integer, p_lease interval) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.claim(p_count integer, p_lease interval) TO worker;
GRANT ALL ON FUNCTION jobs.claim(p_count integer, p_lease interval) TO scope_system;
REVOKE ALL ON FUNCTION jobs.claim_paper(p_kind text, p_lease interval) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.claim_paper(p_kind text, p_lease interval) TO worker;
REVOKE ALL ON FUNCTION jobs.entries_to_seal(p_up_to bigint, p_count integer) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.entries_to_seal(p_up_to bigint, p_count integer) TO scope_board;
GRANT ALL ON FUNCTION jobs.entries_to_seal(p_up_to bigint, p_count integer) TO scope_agency;
REVOKE ALL ON FUNCTION jobs.extend(p_job_id uuid, p_fence bigint, p_lease interval) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.extend(p_job_id uuid, p_fence bigint, p_lease interval) TO worker;
GRANT ALL ON FUNCTION jobs.extend(p_job_id uuid, p_fence bigint, p_lease interval) TO scope_system;
REVOKE ALL ON FUNCTION jobs.fail(p_job_id uuid, p_fence bigint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.fail(p_job_id uuid, p_fence bigint, p_reason text) TO worker;
GRANT ALL ON FUNCTION jobs.fail(p_job_id uuid, p_fence bigint, p_reason text) TO scope_system;
REVOKE ALL ON FUNCTION jobs.figures() FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.figures() TO worker;
REVOKE ALL ON FUNCTION jobs.finish(p_job_id uuid, p_fence bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.finish(p_job_id uuid, p_fence bigint) TO worker;
GRANT ALL ON FUNCTION jobs.finish(p_job_id uuid, p_fence bigint) TO scope_system;
GRANT ALL ON FUNCTION jobs.finish(p_job_id uuid, p_fence bigint) TO scope_delivery;
GRANT ALL ON FUNCTION jobs.finish(p_job_id uuid, p_fence bigint) TO scope_board;
GRANT ALL ON FUNCTION jobs.finish(p_job_id uuid, p_fence bigint) TO scope_agency;
GRANT ALL ON FUNCTION jobs.finish(p_job_id uuid, p_fence bigint) TO scope_aggregate;
REVOKE ALL ON FUNCTION jobs.heads_to_anchor() FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.heads_to_anchor() TO worker;
REVOKE ALL ON FUNCTION jobs.housekeep() FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.housekeep() TO worker;
GRANT ALL ON FUNCTION jobs.housekeep() TO scope_system;
REVOKE ALL ON FUNCTION jobs.my_deliveries(p_submission_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.my_deliveries(p_submission_id uuid) TO scope_agency;
REVOKE ALL ON FUNCTION jobs.next_due_seconds() FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.next_due_seconds() TO worker;
GRANT ALL ON FUNCTION jobs.next_due_seconds() TO scope_system;
REVOKE ALL ON FUNCTION jobs.note_anchored(p_parties uuid[], p_sealed bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.note_anchored(p_parties uuid[], p_sealed bigint[]) TO worker;
REVOKE ALL ON FUNCTION jobs.note_sealed(p_entries bigint[], p_gone bigint[], p_up_to bigint, p_sealed bigint, p_head bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.note_sealed(p_entries bigint[], p_gone bigint[], p_up_to bigint, p_sealed bigint, p_head bytea) TO scope_board;
GRANT ALL ON FUNCTION jobs.note_sealed(p_entries bigint[], p_gone bigint[], p_up_to bigint, p_sealed bigint, p_head bytea) TO scope_agency;
REVOKE ALL ON FUNCTION jobs.overview() FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.overview() TO worker;
GRANT ALL ON FUNCTION jobs.overview() TO scope_system;
REVOKE ALL ON FUNCTION jobs.postpone(p_job_id uuid, p_fence bigint, p_delay interval, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.postpone(p_job_id uuid, p_fence bigint, p_delay interval, p_reason text) TO worker;
GRANT ALL ON FUNCTION jobs.postpone(p_job_id uuid, p_fence bigint, p_delay interval, p_reason text) TO scope_system;
REVOKE ALL ON FUNCTION jobs.release(p_job_id uuid, p_fence bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.release(p_job_id uuid, p_fence bigint) TO worker;
GRANT ALL ON FUNCTION jobs.release(p_job_id uuid, p_fence bigint) TO scope_system;
REVOKE ALL ON FUNCTION jobs.sealing_party() FROM PUBLIC;
REVOKE ALL ON FUNCTION jobs.sweep() FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.sweep() TO worker;
GRANT ALL ON FUNCTION jobs.sweep() TO scope_system;
REVOKE ALL ON FUNCTION jobs.trail_horizon(OUT up_to bigint, OUT after_transaction text) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.trail_horizon(OUT up_to bigint, OUT after_transaction text) TO scope_board;
GRANT ALL ON FUNCTION jobs.trail_horizon(OUT up_to bigint, OUT after_transaction text) TO scope_agency;
REVOKE ALL ON FUNCTION jobs.trail_overview(OUT parties bigint, OUT sealed bigint, OUT waiting bigint, OUT oldest_waiting_seconds double precision, OUT gone bigint, OUT unanchored_parties bigint, OUT oldest_unanchored_seconds double precision, OUT last_anchored_seconds double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.trail_overview(OUT parties bigint, OUT sealed bigint, OUT waiting bigint, OUT oldest_waiting_seconds double precision, OUT gone bigint, OUT unanchored_parties bigint, OUT oldest_unanchored_seconds double precision, OUT last_anchored_seconds double precision) TO worker;
REVOKE ALL ON FUNCTION jobs.wake_agency(p_party_id uuid, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.wake_agency(p_party_id uuid, p_day date) TO worker;
REVOKE ALL ON FUNCTION jobs.wake_at(p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.wake_at(p_at timestamp with time zone) TO scope_board;
REVOKE ALL ON FUNCTION jobs.wake_on(p_days date[]) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.wake_on(p_days date[]) TO scope_agency;
REVOKE ALL ON FUNCTION jobs.want_progress(p_agencies uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.want_progress(p_agencies uuid[]) TO scope_board;
REVOKE ALL ON FUNCTION operator.add_membership(p_membership_id uuid, p_person_id uuid, p_party_id uuid, p_unit_id uuid, p_role text, p_position text) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.add_membership(p_membership_id uuid, p_person_id uuid, p_party_id uuid, p_unit_id uuid, p_role text, p_position text) TO operator;
REVOKE ALL ON FUNCTION operator.add_organisation(p_organisation_id uuid, p_kind text, p_name text, p_urn text, p_ods text, p_force_code text) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.add_organisation(p_organisation_id uuid, p_kind text, p_name text, p_urn text, p_ods text, p_force_code text) TO operator;
REVOKE ALL ON FUNCTION operator.add_party(p_party_id uuid, p_kind text, p_organisation_id uuid, p_status text, p_profile jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.add_party(p_party_id uuid, p_kind text, p_organisation_id uuid, p_status text, p_profile jsonb) TO operator;
REVOKE ALL ON FUNCTION operator.add_person(p_person_id uuid, p_email text, p_display_name text, p_telephone text) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.add_person(p_person_id uuid, p_email text, p_display_name text, p_telephone text) TO operator;
REVOKE ALL ON FUNCTION operator.connect(p_board_id uuid, p_agency_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.connect(p_board_id uuid, p_agency_id uuid) TO operator;
REVOKE ALL ON FUNCTION operator.disable_person(p_person_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.disable_person(p_person_id uuid) TO operator;
REVOKE ALL ON FUNCTION operator.end_membership(p_membership_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.end_membership(p_membership_id uuid) TO operator;
REVOKE ALL ON FUNCTION operator.end_session(p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.end_session(p_token_hash bytea) TO operator;
REVOKE ALL ON FUNCTION operator.find_memberships(p_email text) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.find_memberships(p_email text) TO operator;
REVOKE ALL ON FUNCTION operator.issue_session(p_token_hash bytea, p_person_id uuid, p_membership_id uuid, p_kind text, p_lifetime interval) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.issue_session(p_token_hash bytea, p_person_id uuid, p_membership_id uuid, p_kind text, p_lifetime interval) TO operator;
REVOKE ALL ON FUNCTION operator.jobs_overview() FROM PUBLIC;
GRANT ALL ON FUNCTION operator.jobs_overview() TO operator;
REVOKE ALL ON FUNCTION operator.mail_bounced(p_return_path bytea, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.mail_bounced(p_return_path bytea, p_reason text) TO operator;
REVOKE ALL ON FUNCTION operator.parked_jobs() FROM PUBLIC;
GRANT ALL ON FUNCTION operator.parked_jobs() TO operator;
REVOKE ALL ON FUNCTION operator.publish_framework(p_code text, p_version integer, p_name text, p_body text, p_hash bytea, p_requirements jsonb, p_facets jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.publish_framework(p_code text, p_version integer, p_name text, p_body text, p_hash bytea, p_requirements jsonb, p_facets jsonb) TO operator;
REVOKE ALL ON FUNCTION operator.publish_mapping(p_template_code text, p_template_version integer, p_framework_code text, p_framework_version integer, p_version integer, p_body text, p_hash bytea, p_status text, p_item_facets jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.publish_mapping(p_template_code text, p_template_version integer, p_framework_code text, p_framework_version integer, p_version integer, p_body text, p_hash bytea, p_status text, p_item_facets jsonb) TO operator;
REVOKE ALL ON FUNCTION operator.publish_template(p_code text, p_version integer, p_owner_party uuid, p_edition_of_code text, p_edition_of_version integer, p_kind text, p_name text, p_body text, p_hash bytea, p_items jsonb, p_boxes jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.publish_template(p_code text, p_version integer, p_owner_party uuid, p_edition_of_code text, p_edition_of_version integer, p_kind text, p_name text, p_body text, p_hash bytea, p_items jsonb, p_boxes jsonb) TO operator;
REVOKE ALL ON FUNCTION operator.reseal_second_factor(p_person_id uuid, p_before bytea, p_secret bytea, p_key_id text) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.reseal_second_factor(p_person_id uuid, p_before bytea, p_secret bytea, p_key_id text) TO operator;
REVOKE ALL ON FUNCTION operator.reset_second_factor(p_person_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.reset_second_factor(p_person_id uuid) TO operator;
REVOKE ALL ON FUNCTION operator.retry_job(p_job_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.retry_job(p_job_id uuid) TO operator;
REVOKE ALL ON FUNCTION operator.rotate_seal_key() FROM PUBLIC;
GRANT ALL ON FUNCTION operator.rotate_seal_key() TO operator;
REVOKE ALL ON FUNCTION operator.second_factors_to_reseal(p_key_id text) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.second_factors_to_reseal(p_key_id text) TO operator;
REVOKE ALL ON FUNCTION operator.set_password_hash(p_person_id uuid, p_hash text) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.set_password_hash(p_person_id uuid, p_hash text) TO operator;
REVOKE ALL ON FUNCTION operator.set_second_factor(p_person_id uuid, p_secret bytea, p_key_id text) FROM PUBLIC;
GRANT ALL ON FUNCTION operator.set_second_factor(p_person_id uuid, p_secret bytea, p_key_id text) TO operator;
REVOKE ALL ON FUNCTION pg_catalog.currtid2(text, tid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.currtid2(text, tid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.currtid2(text, tid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_close(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_close(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_close(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_creat(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_creat(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_creat(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_create(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_create(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_create(oid) TO pg_monitor;
GRANT ALL ON FUNCTION pg_catalog.lo_export(oid, text) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_export(oid, text) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_from_bytea(oid, bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_from_bytea(oid, bytea) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_from_bytea(oid, bytea) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_get(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_get(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_get(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_get(oid, bigint, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_get(oid, bigint, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_get(oid, bigint, integer) TO pg_monitor;
GRANT ALL ON FUNCTION pg_catalog.lo_import(text) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_import(text) TO pg_monitor;
GRANT ALL ON FUNCTION pg_catalog.lo_import(text, oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_import(text, oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_lseek(integer, integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_lseek(integer, integer, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_lseek(integer, integer, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_lseek64(integer, bigint, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_lseek64(integer, bigint, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_lseek64(integer, bigint, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_open(oid, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_open(oid, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_open(oid, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_put(oid, bigint, bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_put(oid, bigint, bytea) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_put(oid, bigint, bytea) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_tell(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_tell(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_tell(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_tell64(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_tell64(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_tell64(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_truncate(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_truncate(integer, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_truncate(integer, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_truncate64(integer, bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_truncate64(integer, bigint) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_truncate64(integer, bigint) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lo_unlink(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lo_unlink(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lo_unlink(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.loread(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.loread(integer, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.loread(integer, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.lowrite(integer, bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.lowrite(integer, bytea) TO owner;
GRANT ALL ON FUNCTION pg_catalog.lowrite(integer, bytea) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock(bigint) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock(bigint) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock(integer, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock(integer, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(bigint) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(bigint) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(integer, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(integer, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock(bigint) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock(bigint) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock(integer, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock(integer, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock_all() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock_all() TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock_all() TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock_shared(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock_shared(bigint) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock_shared(bigint) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock_shared(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock_shared(integer, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_unlock_shared(integer, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(bigint) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(bigint) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(integer, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(integer, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(bigint) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(bigint) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(integer, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(integer, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_database_size(name) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_database_size(name) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_database_size(name) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_database_size(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_database_size(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_database_size(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_indexes_size(regclass) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_indexes_size(regclass) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_indexes_size(regclass) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_lock_status(OUT locktype text, OUT database oid, OUT relation oid, OUT page integer, OUT tuple smallint, OUT virtualxid text, OUT transactionid xid, OUT classid oid, OUT objid oid, OUT objsubid smallint, OUT virtualtransaction text, OUT pid integer, OUT mode text, OUT granted boolean, OUT fastpath boolean, OUT waitstart timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_lock_status(OUT locktype text, OUT database oid, OUT relation oid, OUT page integer, OUT tuple smallint, OUT virtualxid text, OUT transactionid xid, OUT classid oid, OUT objid oid, OUT objsubid smallint, OUT virtualtransaction text, OUT pid integer, OUT mode text, OUT granted boolean, OUT fastpath boolean, OUT waitstart timestamp with time zone) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_lock_status(OUT locktype text, OUT database oid, OUT relation oid, OUT page integer, OUT tuple smallint, OUT virtualxid text, OUT transactionid xid, OUT classid oid, OUT objid oid, OUT objsubid smallint, OUT virtualtransaction text, OUT pid integer, OUT mode text, OUT granted boolean, OUT fastpath boolean, OUT waitstart timestamp with time zone) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_relation_size(regclass) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_relation_size(regclass) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_relation_size(regclass) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_relation_size(regclass, text) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_relation_size(regclass, text) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_relation_size(regclass, text) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_activity(pid integer, OUT datid oid, OUT pid integer, OUT usesysid oid, OUT application_name text, OUT state text, OUT query text, OUT wait_event_type text, OUT wait_event text, OUT xact_start timestamp with time zone, OUT query_start timestamp with time zone, OUT backend_start timestamp with time zone, OUT state_change timestamp with time zone, OUT client_addr inet, OUT client_hostname text, OUT client_port integer, OUT backend_xid xid, OUT backend_xmin xid, OUT backend_type text, OUT ssl boolean, OUT sslversion text, OUT sslcipher text, OUT sslbits integer, OUT ssl_client_dn text, OUT ssl_client_serial numeric, OUT ssl_issuer_dn text, OUT gss_auth boolean, OUT gss_princ text, OUT gss_enc boolean, OUT leader_pid integer, OUT query_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_activity(pid integer, OUT datid oid, OUT pid integer, OUT usesysid oid, OUT application_name text, OUT state text, OUT query text, OUT wait_event_type text, OUT wait_event text, OUT xact_start timestamp with time zone, OUT query_start timestamp with time zone, OUT backend_start timestamp with time zone, OUT state_change timestamp with time zone, OUT client_addr inet, OUT client_hostname text, OUT client_port integer, OUT backend_xid xid, OUT backend_xmin xid, OUT backend_type text, OUT ssl boolean, OUT sslversion text, OUT sslcipher text, OUT sslbits integer, OUT ssl_client_dn text, OUT ssl_client_serial numeric, OUT ssl_issuer_dn text, OUT gss_auth boolean, OUT gss_princ text, OUT gss_enc boolean, OUT leader_pid integer, OUT query_id bigint) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_activity(pid integer, OUT datid oid, OUT pid integer, OUT usesysid oid, OUT application_name text, OUT state text, OUT query text, OUT wait_event_type text, OUT wait_event text, OUT xact_start timestamp with time zone, OUT query_start timestamp with time zone, OUT backend_start timestamp with time zone, OUT state_change timestamp with time zone, OUT client_addr inet, OUT client_hostname text, OUT client_port integer, OUT backend_xid xid, OUT backend_xmin xid, OUT backend_type text, OUT ssl boolean, OUT sslversion text, OUT sslcipher text, OUT sslbits integer, OUT ssl_client_dn text, OUT ssl_client_serial numeric, OUT ssl_issuer_dn text, OUT gss_auth boolean, OUT gss_princ text, OUT gss_enc boolean, OUT leader_pid integer, OUT query_id bigint) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_analyze_count(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_analyze_count(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_analyze_count(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_archiver(OUT archived_count bigint, OUT last_archived_wal text, OUT last_archived_time timestamp with time zone, OUT failed_count bigint, OUT last_failed_wal text, OUT last_failed_time timestamp with time zone, OUT stats_reset timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_archiver(OUT archived_count bigint, OUT last_archived_wal text, OUT last_archived_time timestamp with time zone, OUT failed_count bigint, OUT last_failed_wal text, OUT last_failed_time timestamp with time zone, OUT stats_reset timestamp with time zone) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_archiver(OUT archived_count bigint, OUT last_archived_wal text, OUT last_archived_time timestamp with time zone, OUT failed_count bigint, OUT last_failed_wal text, OUT last_failed_time timestamp with time zone, OUT stats_reset timestamp with time zone) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_autoanalyze_count(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_autoanalyze_count(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_autoanalyze_count(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_autovacuum_count(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_autovacuum_count(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_autovacuum_count(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_backend_activity(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_activity(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_activity(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_backend_activity_start(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_activity_start(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_activity_start(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_backend_client_addr(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_client_addr(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_client_addr(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_backend_client_port(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_client_port(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_client_port(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_backend_dbid(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_dbid(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_dbid(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_backend_idset() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_idset() TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_idset() TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_backend_pid(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_pid(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_pid(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_backend_start(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_start(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_start(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_backend_userid(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_userid(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_userid(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_backend_wait_event(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_wait_event(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_wait_event(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_backend_wait_event_type(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_wait_event_type(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_wait_event_type(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_backend_xact_start(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_xact_start(integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_xact_start(integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_buf_written_checkpoints() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_buf_written_checkpoints() TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_buf_written_checkpoints() TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_buf_written_clean() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_buf_written_clean() TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_buf_written_clean() TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_maxwritten_clean() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_maxwritten_clean() TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_maxwritten_clean() TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_requested_checkpoints() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_requested_checkpoints() TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_requested_checkpoints() TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_stat_reset_time() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_stat_reset_time() TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_stat_reset_time() TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_timed_checkpoints() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_timed_checkpoints() TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_bgwriter_timed_checkpoints() TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_blocks_fetched(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_blocks_fetched(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_blocks_fetched(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_blocks_hit(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_blocks_hit(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_blocks_hit(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_buf_alloc() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_buf_alloc() TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_buf_alloc() TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_buf_fsync_backend() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_buf_fsync_backend() TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_buf_fsync_backend() TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_buf_written_backend() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_buf_written_backend() TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_buf_written_backend() TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_checkpoint_sync_time() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_checkpoint_sync_time() TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_checkpoint_sync_time() TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_checkpoint_write_time() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_checkpoint_write_time() TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_checkpoint_write_time() TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_active_time(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_active_time(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_active_time(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_blk_read_time(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_blk_read_time(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_blk_read_time(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_blk_write_time(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_blk_write_time(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_blk_write_time(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_blocks_fetched(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_blocks_fetched(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_blocks_fetched(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_blocks_hit(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_blocks_hit(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_blocks_hit(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_checksum_failures(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_checksum_failures(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_checksum_failures(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_checksum_last_failure(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_checksum_last_failure(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_checksum_last_failure(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_all(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_all(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_all(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_bufferpin(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_bufferpin(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_bufferpin(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_lock(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_lock(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_lock(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_snapshot(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_snapshot(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_snapshot(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_startup_deadlock(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_startup_deadlock(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_startup_deadlock(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_tablespace(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_tablespace(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_conflict_tablespace(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_deadlocks(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_deadlocks(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_deadlocks(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_idle_in_transaction_time(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_idle_in_transaction_time(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_idle_in_transaction_time(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_numbackends(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_numbackends(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_numbackends(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_session_time(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_session_time(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_session_time(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_sessions(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_sessions(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_sessions(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_sessions_abandoned(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_sessions_abandoned(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_sessions_abandoned(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_sessions_fatal(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_sessions_fatal(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_sessions_fatal(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_sessions_killed(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_sessions_killed(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_sessions_killed(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_stat_reset_time(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_stat_reset_time(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_stat_reset_time(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_temp_bytes(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_temp_bytes(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_temp_bytes(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_temp_files(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_temp_files(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_temp_files(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_deleted(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_deleted(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_deleted(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_fetched(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_fetched(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_fetched(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_inserted(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_inserted(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_inserted(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_returned(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_returned(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_returned(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_updated(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_updated(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_tuples_updated(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_xact_commit(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_xact_commit(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_xact_commit(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_db_xact_rollback(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_xact_rollback(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_db_xact_rollback(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_dead_tuples(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_dead_tuples(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_dead_tuples(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_function_calls(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_function_calls(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_function_calls(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_function_self_time(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_function_self_time(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_function_self_time(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_function_total_time(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_function_total_time(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_function_total_time(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_ins_since_vacuum(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_ins_since_vacuum(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_ins_since_vacuum(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_last_analyze_time(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_last_analyze_time(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_last_analyze_time(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_last_autoanalyze_time(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_last_autoanalyze_time(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_last_autoanalyze_time(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_last_autovacuum_time(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_last_autovacuum_time(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_last_autovacuum_time(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_last_vacuum_time(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_last_vacuum_time(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_last_vacuum_time(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_live_tuples(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_live_tuples(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_live_tuples(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_mod_since_analyze(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_mod_since_analyze(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_mod_since_analyze(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_numscans(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_numscans(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_numscans(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_progress_info(cmdtype text, OUT pid integer, OUT datid oid, OUT relid oid, OUT param1 bigint, OUT param2 bigint, OUT param3 bigint, OUT param4 bigint, OUT param5 bigint, OUT param6 bigint, OUT param7 bigint, OUT param8 bigint, OUT param9 bigint, OUT param10 bigint, OUT param11 bigint, OUT param12 bigint, OUT param13 bigint, OUT param14 bigint, OUT param15 bigint, OUT param16 bigint, OUT param17 bigint, OUT param18 bigint, OUT param19 bigint, OUT param20 bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_progress_info(cmdtype text, OUT pid integer, OUT datid oid, OUT relid oid, OUT param1 bigint, OUT param2 bigint, OUT param3 bigint, OUT param4 bigint, OUT param5 bigint, OUT param6 bigint, OUT param7 bigint, OUT param8 bigint, OUT param9 bigint, OUT param10 bigint, OUT param11 bigint, OUT param12 bigint, OUT param13 bigint, OUT param14 bigint, OUT param15 bigint, OUT param16 bigint, OUT param17 bigint, OUT param18 bigint, OUT param19 bigint, OUT param20 bigint) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_progress_info(cmdtype text, OUT pid integer, OUT datid oid, OUT relid oid, OUT param1 bigint, OUT param2 bigint, OUT param3 bigint, OUT param4 bigint, OUT param5 bigint, OUT param6 bigint, OUT param7 bigint, OUT param8 bigint, OUT param9 bigint, OUT param10 bigint, OUT param11 bigint, OUT param12 bigint, OUT param13 bigint, OUT param14 bigint, OUT param15 bigint, OUT param16 bigint, OUT param17 bigint, OUT param18 bigint, OUT param19 bigint, OUT param20 bigint) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_recovery_prefetch(OUT stats_reset timestamp with time zone, OUT prefetch bigint, OUT hit bigint, OUT skip_init bigint, OUT skip_new bigint, OUT skip_fpw bigint, OUT skip_rep bigint, OUT wal_distance integer, OUT block_distance integer, OUT io_depth integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_recovery_prefetch(OUT stats_reset timestamp with time zone, OUT prefetch bigint, OUT hit bigint, OUT skip_init bigint, OUT skip_new bigint, OUT skip_fpw bigint, OUT skip_rep bigint, OUT wal_distance integer, OUT block_distance integer, OUT io_depth integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_recovery_prefetch(OUT stats_reset timestamp with time zone, OUT prefetch bigint, OUT hit bigint, OUT skip_init bigint, OUT skip_new bigint, OUT skip_fpw bigint, OUT skip_rep bigint, OUT wal_distance integer, OUT block_distance integer, OUT io_depth integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_replication_slot(slot_name text, OUT slot_name text, OUT spill_txns bigint, OUT spill_count bigint, OUT spill_bytes bigint, OUT stream_txns bigint, OUT stream_count bigint, OUT stream_bytes bigint, OUT total_txns bigint, OUT total_bytes bigint, OUT stats_reset timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_replication_slot(slot_name text, OUT slot_name text, OUT spill_txns bigint, OUT spill_count bigint, OUT spill_bytes bigint, OUT stream_txns bigint, OUT stream_count bigint, OUT stream_bytes bigint, OUT total_txns bigint, OUT total_bytes bigint, OUT stats_reset timestamp with time zone) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_replication_slot(slot_name text, OUT slot_name text, OUT spill_txns bigint, OUT spill_count bigint, OUT spill_bytes bigint, OUT stream_txns bigint, OUT stream_count bigint, OUT stream_bytes bigint, OUT total_txns bigint, OUT total_bytes bigint, OUT stats_reset timestamp with time zone) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_slru(OUT name text, OUT blks_zeroed bigint, OUT blks_hit bigint, OUT blks_read bigint, OUT blks_written bigint, OUT blks_exists bigint, OUT flushes bigint, OUT truncates bigint, OUT stats_reset timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_slru(OUT name text, OUT blks_zeroed bigint, OUT blks_hit bigint, OUT blks_read bigint, OUT blks_written bigint, OUT blks_exists bigint, OUT flushes bigint, OUT truncates bigint, OUT stats_reset timestamp with time zone) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_slru(OUT name text, OUT blks_zeroed bigint, OUT blks_hit bigint, OUT blks_read bigint, OUT blks_written bigint, OUT blks_exists bigint, OUT flushes bigint, OUT truncates bigint, OUT stats_reset timestamp with time zone) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_snapshot_timestamp() FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_snapshot_timestamp() TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_snapshot_timestamp() TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_subscription(subid oid, OUT subid oid, OUT relid oid, OUT pid integer, OUT received_lsn pg_lsn, OUT last_msg_send_time timestamp with time zone, OUT last_msg_receipt_time timestamp with time zone, OUT latest_end_lsn pg_lsn, OUT latest_end_time timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_subscription(subid oid, OUT subid oid, OUT relid oid, OUT pid integer, OUT received_lsn pg_lsn, OUT last_msg_send_time timestamp with time zone, OUT last_msg_receipt_time timestamp with time zone, OUT latest_end_lsn pg_lsn, OUT latest_end_time timestamp with time zone) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_subscription(subid oid, OUT subid oid, OUT relid oid, OUT pid integer, OUT received_lsn pg_lsn, OUT last_msg_send_time timestamp with time zone, OUT last_msg_receipt_time timestamp with time zone, OUT latest_end_lsn pg_lsn, OUT latest_end_time timestamp with time zone) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_subscription_stats(subid oid, OUT subid oid, OUT apply_error_count bigint, OUT sync_error_count bigint, OUT stats_reset timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_subscription_stats(subid oid, OUT subid oid, OUT apply_error_count bigint, OUT sync_error_count bigint, OUT stats_reset timestamp with time zone) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_subscription_stats(subid oid, OUT subid oid, OUT apply_error_count bigint, OUT sync_error_count bigint, OUT stats_reset timestamp with time zone) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_deleted(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_deleted(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_deleted(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_fetched(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_fetched(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_fetched(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_hot_updated(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_hot_updated(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_hot_updated(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_inserted(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_inserted(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_inserted(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_returned(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_returned(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_returned(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_updated(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_updated(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_tuples_updated(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_vacuum_count(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_vacuum_count(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_vacuum_count(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_wal(OUT wal_records bigint, OUT wal_fpi bigint, OUT wal_bytes numeric, OUT wal_buffers_full bigint, OUT wal_write bigint, OUT wal_sync bigint, OUT wal_write_time double precision, OUT wal_sync_time double precision, OUT stats_reset timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_wal(OUT wal_records bigint, OUT wal_fpi bigint, OUT wal_bytes numeric, OUT wal_buffers_full bigint, OUT wal_write bigint, OUT wal_sync bigint, OUT wal_write_time double precision, OUT wal_sync_time double precision, OUT stats_reset timestamp with time zone) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_wal(OUT wal_records bigint, OUT wal_fpi bigint, OUT wal_bytes numeric, OUT wal_buffers_full bigint, OUT wal_write bigint, OUT wal_sync bigint, OUT wal_write_time double precision, OUT wal_sync_time double precision, OUT stats_reset timestamp with time zone) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_wal_receiver(OUT pid integer, OUT status text, OUT receive_start_lsn pg_lsn, OUT receive_start_tli integer, OUT written_lsn pg_lsn, OUT flushed_lsn pg_lsn, OUT received_tli integer, OUT last_msg_send_time timestamp with time zone, OUT last_msg_receipt_time timestamp with time zone, OUT latest_end_lsn pg_lsn, OUT latest_end_time timestamp with time zone, OUT slot_name text, OUT sender_host text, OUT sender_port integer, OUT conninfo text) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_wal_receiver(OUT pid integer, OUT status text, OUT receive_start_lsn pg_lsn, OUT receive_start_tli integer, OUT written_lsn pg_lsn, OUT flushed_lsn pg_lsn, OUT received_tli integer, OUT last_msg_send_time timestamp with time zone, OUT last_msg_receipt_time timestamp with time zone, OUT latest_end_lsn pg_lsn, OUT latest_end_time timestamp with time zone, OUT slot_name text, OUT sender_host text, OUT sender_port integer, OUT conninfo text) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_wal_receiver(OUT pid integer, OUT status text, OUT receive_start_lsn pg_lsn, OUT receive_start_tli integer, OUT written_lsn pg_lsn, OUT flushed_lsn pg_lsn, OUT received_tli integer, OUT last_msg_send_time timestamp with time zone, OUT last_msg_receipt_time timestamp with time zone, OUT latest_end_lsn pg_lsn, OUT latest_end_time timestamp with time zone, OUT slot_name text, OUT sender_host text, OUT sender_port integer, OUT conninfo text) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_wal_senders(OUT pid integer, OUT state text, OUT sent_lsn pg_lsn, OUT write_lsn pg_lsn, OUT flush_lsn pg_lsn, OUT replay_lsn pg_lsn, OUT write_lag interval, OUT flush_lag interval, OUT replay_lag interval, OUT sync_priority integer, OUT sync_state text, OUT reply_time timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_wal_senders(OUT pid integer, OUT state text, OUT sent_lsn pg_lsn, OUT write_lsn pg_lsn, OUT flush_lsn pg_lsn, OUT replay_lsn pg_lsn, OUT write_lag interval, OUT flush_lag interval, OUT replay_lag interval, OUT sync_priority integer, OUT sync_state text, OUT reply_time timestamp with time zone) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_wal_senders(OUT pid integer, OUT state text, OUT sent_lsn pg_lsn, OUT write_lsn pg_lsn, OUT flush_lsn pg_lsn, OUT replay_lsn pg_lsn, OUT write_lag interval, OUT flush_lag interval, OUT replay_lag interval, OUT sync_priority integer, OUT sync_state text, OUT reply_time timestamp with time zone) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_blocks_fetched(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_blocks_fetched(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_blocks_fetched(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_blocks_hit(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_blocks_hit(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_blocks_hit(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_function_calls(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_function_calls(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_function_calls(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_function_self_time(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_function_self_time(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_function_self_time(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_function_total_time(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_function_total_time(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_function_total_time(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_numscans(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_numscans(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_numscans(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_deleted(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_deleted(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_deleted(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_fetched(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_fetched(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_fetched(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_hot_updated(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_hot_updated(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_hot_updated(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_inserted(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_inserted(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_inserted(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_returned(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_returned(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_returned(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_updated(oid) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_updated(oid) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_xact_tuples_updated(oid) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_table_size(regclass) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_table_size(regclass) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_table_size(regclass) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_total_relation_size(regclass) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_total_relation_size(regclass) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_total_relation_size(regclass) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(bigint) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(bigint) TO pg_monitor;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(bigint) TO migrator;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(integer, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(integer, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(bigint) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(bigint) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(integer, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(integer, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(bigint) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(bigint) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(integer, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(integer, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(bigint) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(bigint) TO pg_monitor;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(integer, integer) TO owner;
GRANT ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(integer, integer) TO pg_monitor;
REVOKE ALL ON FUNCTION tenancy.accept_invitation(p_code_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.accept_invitation(p_code_hash bytea) TO scope_agency;
REVOKE ALL ON FUNCTION tenancy.accept_join(p_token_hash bytea, p_unit_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.accept_join(p_token_hash bytea, p_unit_id uuid) TO scope_agency;
REVOKE ALL ON FUNCTION tenancy.agree_merge(p_merge_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.agree_merge(p_merge_id uuid) TO scope_agency;
REVOKE ALL ON FUNCTION tenancy.begin_merge() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.begin_merge() TO scope_merge;
REVOKE ALL ON FUNCTION tenancy.close_merge() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.close_merge() TO scope_merge;
REVOKE ALL ON FUNCTION tenancy.council_of(p_number text, OUT party_id uuid, OUT name text) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.council_of(p_number text, OUT party_id uuid, OUT name text) TO scope_board;
REVOKE ALL ON FUNCTION tenancy.end_merge_code() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.end_merge_code() TO scope_agency;
REVOKE ALL ON FUNCTION tenancy.invite(p_entry_id uuid, p_code_hash bytea, p_lifetime interval) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.invite(p_entry_id uuid, p_code_hash bytea, p_lifetime interval) TO scope_board;
REVOKE ALL ON FUNCTION tenancy.joined_unit(p_entry_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.joined_unit(p_entry_id uuid) TO scope_board;
REVOKE ALL ON FUNCTION tenancy.joins_asked() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.joins_asked() TO scope_board;
REVOKE ALL ON FUNCTION tenancy.joins_asked_of(p_entry uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.joins_asked_of(p_entry uuid) TO scope_board;
REVOKE ALL ON FUNCTION tenancy.make_merge_code(p_code_hash bytea, p_counts jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.make_merge_code(p_code_hash bytea, p_counts jsonb) TO scope_agency;
REVOKE ALL ON FUNCTION tenancy.merge_code_until() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.merge_code_until() TO scope_agency;
REVOKE ALL ON FUNCTION tenancy.merged_rooms() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.merged_rooms() TO scope_agency;
REVOKE ALL ON FUNCTION tenancy.my_merge() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.my_merge() TO scope_agency;
REVOKE ALL ON FUNCTION tenancy.note_join(p_link_id uuid, p_entry_id uuid, p_name text, p_organisation_id uuid, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.note_join(p_link_id uuid, p_entry_id uuid, p_name text, p_organisation_id uuid, p_at timestamp with time zone) TO scope_board;
REVOKE ALL ON FUNCTION tenancy.note_merge_counts(p_counts jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.note_merge_counts(p_counts jsonb) TO scope_agency;
REVOKE ALL ON FUNCTION tenancy.open_room(p_token_hash bytea, p_own_token_hash bytea, p_person_name text, p_position text, p_room_name text, p_signs boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.open_room(p_token_hash bytea, p_own_token_hash bytea, p_person_name text, p_position text, p_room_name text, p_signs boolean) TO auth;
GRANT SELECT ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT ON TABLE tenancy.party_profile TO scope_delivery;
GRANT SELECT(party_id) ON TABLE tenancy.party_profile TO scope_board;
GRANT SELECT(name),UPDATE(name) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(name) ON TABLE tenancy.party_profile TO scope_agency;
GRANT UPDATE(area) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(area) ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT(mark),UPDATE(mark) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(mark) ON TABLE tenancy.party_profile TO scope_agency;
GRANT UPDATE(aliases) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(aliases) ON TABLE tenancy.party_profile TO scope_agency;
GRANT UPDATE(procedures) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(procedures) ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT(address),UPDATE(address) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(address) ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT(telephone),UPDATE(telephone) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(telephone) ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT(email),UPDATE(email) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(email) ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT(website),UPDATE(website) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(website) ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT(lead_officer_name),UPDATE(lead_officer_name) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(lead_officer_name) ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT(lead_officer_position),UPDATE(lead_officer_position) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(lead_officer_position) ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT(lead_officer_telephone),UPDATE(lead_officer_telephone) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(lead_officer_telephone) ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT(lead_officer_email),UPDATE(lead_officer_email) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(lead_officer_email) ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT(completed_by_name),UPDATE(completed_by_name) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(completed_by_name) ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT(completed_by_position),UPDATE(completed_by_position) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(completed_by_position) ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT(completed_by_telephone),UPDATE(completed_by_telephone) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(completed_by_telephone) ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT(completed_by_email),UPDATE(completed_by_email) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(completed_by_email) ON TABLE tenancy.party_profile TO scope_agency;
GRANT SELECT(updated_at),UPDATE(updated_at) ON TABLE tenancy.party_profile TO scope_board;
GRANT UPDATE(updated_at) ON TABLE tenancy.party_profile TO scope_agency;
REVOKE ALL ON FUNCTION tenancy.own_profile() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.own_profile() TO scope_board;
GRANT ALL ON FUNCTION tenancy.own_profile() TO scope_agency;
REVOKE ALL ON FUNCTION tenancy.own_sight_number() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.own_sight_number() TO scope_sight;
REVOKE ALL ON FUNCTION tenancy.propose_merge(p_code_hash bytea, p_this_stays boolean, p_counts jsonb, OUT outcome text, OUT merge_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.propose_merge(p_code_hash bytea, p_this_stays boolean, p_counts jsonb, OUT outcome text, OUT merge_id uuid) TO scope_agency;
REVOKE ALL ON FUNCTION tenancy.read_join(p_token_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.read_join(p_token_hash bytea) TO auth;
REVOKE ALL ON FUNCTION tenancy.rooms_within() FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.rooms_within() TO scope_agency;
REVOKE ALL ON FUNCTION tenancy.sight_number(p_party_id uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION tenancy.withdraw_merge(p_merge_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION tenancy.withdraw_merge(p_merge_id uuid) TO scope_agency;
GRANT SELECT ON TABLE catalogue.box TO scope_board;
GRANT SELECT ON TABLE catalogue.box TO scope_agency;
GRANT SELECT ON TABLE catalogue.box TO scope_delivery;
GRANT SELECT ON TABLE catalogue.box TO scope_share;
GRANT SELECT ON TABLE catalogue.box TO scope_sight;
GRANT SELECT ON TABLE catalogue.box TO scope_aggregate;
GRANT SELECT ON TABLE catalogue.box TO scope_national;
GRANT SELECT ON TABLE catalogue.box TO scope_review;
GRANT SELECT ON TABLE catalogue.contact_role TO scope_board;
GRANT SELECT ON TABLE catalogue.contact_role TO scope_agency;
GRANT SELECT ON TABLE catalogue.entry_type TO scope_board;
GRANT SELECT ON TABLE catalogue.entry_type TO scope_agency;
GRANT SELECT ON TABLE catalogue.entry_type TO scope_delivery;
GRANT SELECT ON TABLE catalogue.entry_type TO scope_share;
GRANT SELECT ON TABLE catalogue.entry_type TO scope_sight;
GRANT SELECT ON TABLE catalogue.entry_type TO scope_aggregate;
GRANT SELECT ON TABLE catalogue.entry_type TO scope_national;
GRANT SELECT ON TABLE catalogue.facet TO scope_board;
GRANT SELECT ON TABLE catalogue.facet TO scope_agency;
GRANT SELECT ON TABLE catalogue.facet TO scope_delivery;
GRANT SELECT ON TABLE catalogue.facet TO scope_share;
GRANT SELECT ON TABLE catalogue.facet TO scope_sight;
GRANT SELECT ON TABLE catalogue.facet TO scope_aggregate;
GRANT SELECT ON TABLE catalogue.facet TO scope_national;
GRANT SELECT ON TABLE catalogue.facet TO scope_review;
GRANT SELECT ON TABLE catalogue.framework_version TO scope_board;
GRANT SELECT ON TABLE catalogue.framework_version TO scope_agency;
GRANT SELECT ON TABLE catalogue.framework_version TO scope_delivery;
GRANT SELECT ON TABLE catalogue.framework_version TO scope_share;
GRANT SELECT ON TABLE catalogue.framework_version TO scope_sight;
GRANT SELECT ON TABLE catalogue.framework_version TO scope_aggregate;
GRANT SELECT ON TABLE catalogue.framework_version TO scope_national;
GRANT SELECT ON TABLE catalogue.framework_version TO scope_review;
GRANT SELECT ON TABLE catalogue.item_facet TO scope_board;
GRANT SELECT ON TABLE catalogue.item_facet TO scope_agency;
GRANT SELECT ON TABLE catalogue.item_facet TO scope_delivery;
GRANT SELECT ON TABLE catalogue.item_facet TO scope_share;
GRANT SELECT ON TABLE catalogue.item_facet TO scope_sight;
GRANT SELECT ON TABLE catalogue.item_facet TO scope_aggregate;
GRANT SELECT ON TABLE catalogue.item_facet TO scope_national;
GRANT SELECT ON TABLE catalogue.item_facet TO scope_review;
GRANT SELECT ON TABLE catalogue.mapping_version TO scope_board;
GRANT SELECT ON TABLE catalogue.mapping_version TO scope_agency;
GRANT SELECT ON TABLE catalogue.mapping_version TO scope_delivery;
GRANT SELECT ON TABLE catalogue.mapping_version TO scope_share;
GRANT SELECT ON TABLE catalogue.mapping_version TO scope_sight;
GRANT SELECT ON TABLE catalogue.mapping_version TO scope_aggregate;
GRANT SELECT ON TABLE catalogue.mapping_version TO scope_national;
GRANT SELECT ON TABLE catalogue.mapping_version TO scope_review;
GRANT SELECT,INSERT ON TABLE catalogue.national_release TO scope_aggregate;
GRANT SELECT ON TABLE catalogue.national_release TO scope_national;
GRANT SELECT ON TABLE catalogue.requirement TO scope_board;
GRANT SELECT ON TABLE catalogue.requirement TO scope_agency;
GRANT SELECT ON TABLE catalogue.requirement TO scope_delivery;
GRANT SELECT ON TABLE catalogue.requirement TO scope_share;
GRANT SELECT ON TABLE catalogue.requirement TO scope_sight;
GRANT SELECT ON TABLE catalogue.requirement TO scope_aggregate;
GRANT SELECT ON TABLE catalogue.requirement TO scope_national;
GRANT SELECT ON TABLE catalogue.requirement TO scope_review;
GRANT SELECT ON TABLE catalogue.template_item TO scope_board;
GRANT SELECT ON TABLE catalogue.template_item TO scope_agency;
GRANT SELECT ON TABLE catalogue.template_item TO scope_delivery;
GRANT SELECT ON TABLE catalogue.template_item TO scope_share;
GRANT SELECT ON TABLE catalogue.template_item TO scope_sight;
GRANT SELECT ON TABLE catalogue.template_item TO scope_aggregate;
GRANT SELECT ON TABLE catalogue.template_item TO scope_national;
GRANT SELECT ON TABLE catalogue.template_item TO scope_review;
GRANT SELECT ON TABLE catalogue.template_version TO scope_board;
GRANT SELECT ON TABLE catalogue.template_version TO scope_agency;
GRANT SELECT ON TABLE catalogue.template_version TO scope_delivery;
GRANT SELECT ON TABLE catalogue.template_version TO scope_share;
GRANT SELECT ON TABLE catalogue.template_version TO scope_sight;
GRANT SELECT ON TABLE catalogue.template_version TO scope_aggregate;
GRANT SELECT ON TABLE catalogue.template_version TO scope_national;
GRANT SELECT ON TABLE catalogue.template_version TO scope_review;
GRANT SELECT ON TABLE directory.organisation TO scope_board;
GRANT SELECT ON TABLE directory.organisation TO scope_agency;
GRANT SELECT ON TABLE directory.receipt TO scope_board;
GRANT SELECT,INSERT ON TABLE directory.receipt TO scope_delivery;
GRANT UPDATE(received_on) ON TABLE directory.receipt TO scope_board;
GRANT UPDATE(state) ON TABLE directory.receipt TO scope_board;
GRANT UPDATE(state) ON TABLE directory.receipt TO scope_delivery;
GRANT UPDATE(superseded_by) ON TABLE directory.receipt TO scope_board;
GRANT UPDATE(superseded_by) ON TABLE directory.receipt TO scope_delivery;
GRANT UPDATE(superseded_on) ON TABLE directory.receipt TO scope_board;
GRANT UPDATE(superseded_on) ON TABLE directory.receipt TO scope_delivery;
GRANT SELECT ON TABLE tenancy.connection TO scope_board;
GRANT SELECT ON TABLE tenancy.connection TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.action TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.action TO scope_delivery;
GRANT SELECT(tenant_id) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(tenant_id) ON TABLE tenant.action TO scope_sight;
GRANT SELECT(action_id) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(action_id) ON TABLE tenant.action TO scope_sight;
GRANT SELECT(agency_id) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.action TO scope_merge;
GRANT SELECT(agency_id) ON TABLE tenant.action TO scope_sight;
GRANT UPDATE(agency_id) ON TABLE tenant.action TO scope_board;
GRANT SELECT(source_kind) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(source_kind) ON TABLE tenant.action TO scope_sight;
GRANT SELECT(return_id) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(return_id) ON TABLE tenant.action TO scope_sight;
GRANT SELECT(version_no) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(version_no) ON TABLE tenant.action TO scope_sight;
GRANT UPDATE(area) ON TABLE tenant.action TO scope_board;
GRANT SELECT(area) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(area) ON TABLE tenant.action TO scope_sight;
GRANT UPDATE(change) ON TABLE tenant.action TO scope_board;
GRANT SELECT(change) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(change) ON TABLE tenant.action TO scope_sight;
GRANT SELECT(places) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(places) ON TABLE tenant.action TO scope_sight;
GRANT UPDATE(what) ON TABLE tenant.action TO scope_board;
GRANT SELECT(what) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(what) ON TABLE tenant.action TO scope_sight;
GRANT UPDATE(how) ON TABLE tenant.action TO scope_board;
GRANT SELECT(how) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(how) ON TABLE tenant.action TO scope_sight;
GRANT UPDATE(lead) ON TABLE tenant.action TO scope_board;
GRANT SELECT(lead) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(lead) ON TABLE tenant.action TO scope_sight;
GRANT UPDATE(by_on) ON TABLE tenant.action TO scope_board;
GRANT SELECT(by_on) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(by_on) ON TABLE tenant.action TO scope_sight;
GRANT UPDATE(progress) ON TABLE tenant.action TO scope_board;
GRANT SELECT(progress) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(progress) ON TABLE tenant.action TO scope_sight;
GRANT UPDATE(evidence) ON TABLE tenant.action TO scope_board;
GRANT SELECT(evidence) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(evidence) ON TABLE tenant.action TO scope_sight;
GRANT UPDATE(risks) ON TABLE tenant.action TO scope_board;
GRANT SELECT(risks) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(risks) ON TABLE tenant.action TO scope_sight;
GRANT SELECT(scheme) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(scheme) ON TABLE tenant.action TO scope_sight;
GRANT UPDATE(state) ON TABLE tenant.action TO scope_board;
GRANT SELECT(state) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(state) ON TABLE tenant.action TO scope_sight;
GRANT SELECT(made_at) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(made_at) ON TABLE tenant.action TO scope_sight;
GRANT SELECT(entry_id) ON TABLE tenant.action TO scope_sight;
GRANT UPDATE(entry_id) ON TABLE tenant.action TO scope_board;
GRANT SELECT(unit_id) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.action TO scope_merge;
GRANT SELECT(unit_id) ON TABLE tenant.action TO scope_sight;
GRANT UPDATE(unit_id) ON TABLE tenant.action TO scope_board;
GRANT SELECT(template_code) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(template_code) ON TABLE tenant.action TO scope_sight;
GRANT SELECT(template_version) ON TABLE tenant.action TO scope_agency;
GRANT SELECT(template_version) ON TABLE tenant.action TO scope_sight;
GRANT SELECT(point) ON TABLE tenant.action TO scope_agency;
GRANT UPDATE(point) ON TABLE tenant.action TO scope_board;
GRANT SELECT(point) ON TABLE tenant.action TO scope_sight;
GRANT SELECT(role) ON TABLE tenant.action TO scope_agency;
GRANT UPDATE(role) ON TABLE tenant.action TO scope_board;
GRANT SELECT(role) ON TABLE tenant.action TO scope_sight;
GRANT SELECT(said) ON TABLE tenant.action TO scope_agency;
GRANT UPDATE(said) ON TABLE tenant.action TO scope_board;
GRANT UPDATE(said) ON TABLE tenant.action TO scope_delivery;
GRANT SELECT(said) ON TABLE tenant.action TO scope_sight;
GRANT SELECT(asked_again) ON TABLE tenant.action TO scope_agency;
GRANT UPDATE(asked_again) ON TABLE tenant.action TO scope_board;
GRANT UPDATE(asked_again) ON TABLE tenant.action TO scope_delivery;
GRANT UPDATE(with_person) ON TABLE tenant.action TO scope_board;
GRANT UPDATE(version) ON TABLE tenant.action TO scope_board;
GRANT UPDATE(version) ON TABLE tenant.action TO scope_delivery;
GRANT UPDATE(news_at) ON TABLE tenant.action TO scope_board;
GRANT UPDATE(news_at) ON TABLE tenant.action TO scope_delivery;
GRANT UPDATE(ended_at) ON TABLE tenant.action TO scope_board;
GRANT SELECT(ended_at) ON TABLE tenant.action TO scope_sight;
GRANT SELECT(offered) ON TABLE tenant.action TO scope_agency;
GRANT UPDATE(offered) ON TABLE tenant.action TO scope_board;
GRANT SELECT(offered) ON TABLE tenant.action TO scope_sight;
GRANT UPDATE(withheld) ON TABLE tenant.action TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.action_evidence TO scope_delivery;
GRANT SELECT ON TABLE tenant.action_evidence TO scope_agency;
GRANT SELECT(tenant_id) ON TABLE tenant.action_evidence TO scope_board;
GRANT SELECT(action_id) ON TABLE tenant.action_evidence TO scope_board;
GRANT SELECT(status_no) ON TABLE tenant.action_evidence TO scope_board;
GRANT SELECT(evidence_no) ON TABLE tenant.action_evidence TO scope_board;
GRANT SELECT(agency_id) ON TABLE tenant.action_evidence TO scope_board;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.action_evidence TO scope_merge;
GRANT SELECT(title) ON TABLE tenant.action_evidence TO scope_board;
GRANT SELECT(kept_where) ON TABLE tenant.action_evidence TO scope_board;
GRANT SELECT(blob_sha256) ON TABLE tenant.action_evidence TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.action_evidence_opening TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.action_evidence_opening TO scope_agency;
GRANT SELECT(opening_id) ON TABLE tenant.action_evidence_opening TO scope_agency;
GRANT SELECT(agency_id) ON TABLE tenant.action_evidence_opening TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.action_evidence_opening TO scope_merge;
GRANT SELECT(action_id) ON TABLE tenant.action_evidence_opening TO scope_agency;
GRANT SELECT(status_no) ON TABLE tenant.action_evidence_opening TO scope_agency;
GRANT SELECT(evidence_no) ON TABLE tenant.action_evidence_opening TO scope_agency;
GRANT SELECT(role) ON TABLE tenant.action_evidence_opening TO scope_agency;
GRANT SELECT(opened_at) ON TABLE tenant.action_evidence_opening TO scope_agency;
GRANT SELECT ON TABLE tenant.action_link TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.action_link TO scope_delivery;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.action_link TO scope_merge;
GRANT SELECT(commitment_id) ON TABLE tenant.action_link TO scope_merge;
GRANT SELECT(board_id) ON TABLE tenant.action_link TO scope_merge;
GRANT SELECT(action_id) ON TABLE tenant.action_link TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.action_status TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.action_status TO scope_delivery;
GRANT SELECT(tenant_id) ON TABLE tenant.action_status TO scope_agency;
GRANT SELECT(tenant_id) ON TABLE tenant.action_status TO scope_sight;
GRANT SELECT(action_id) ON TABLE tenant.action_status TO scope_agency;
GRANT SELECT(action_id) ON TABLE tenant.action_status TO scope_sight;
GRANT SELECT(status_no) ON TABLE tenant.action_status TO scope_agency;
GRANT SELECT(status_no) ON TABLE tenant.action_status TO scope_sight;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.action_status TO scope_merge;
GRANT SELECT(agency_id) ON TABLE tenant.action_status TO scope_agency;
GRANT SELECT(agency_id) ON TABLE tenant.action_status TO scope_sight;
GRANT SELECT(kind) ON TABLE tenant.action_status TO scope_agency;
GRANT SELECT(kind) ON TABLE tenant.action_status TO scope_sight;
GRANT SELECT(point) ON TABLE tenant.action_status TO scope_agency;
GRANT SELECT(point) ON TABLE tenant.action_status TO scope_sight;
GRANT SELECT(at) ON TABLE tenant.action_status TO scope_agency;
GRANT SELECT(at) ON TABLE tenant.action_status TO scope_sight;
GRANT SELECT(told) ON TABLE tenant.action_status TO scope_agency;
GRANT SELECT(told) ON TABLE tenant.action_status TO scope_sight;
GRANT SELECT(was_point) ON TABLE tenant.action_status TO scope_agency;
GRANT SELECT(was_point) ON TABLE tenant.action_status TO scope_sight;
GRANT SELECT(was_on) ON TABLE tenant.action_status TO scope_agency;
GRANT SELECT(was_on) ON TABLE tenant.action_status TO scope_sight;
GRANT SELECT(by_on) ON TABLE tenant.action_status TO scope_agency;
GRANT SELECT(by_on) ON TABLE tenant.action_status TO scope_sight;
GRANT SELECT(said) ON TABLE tenant.action_status TO scope_agency;
GRANT SELECT(said) ON TABLE tenant.action_status TO scope_sight;
GRANT SELECT(by_kind) ON TABLE tenant.action_status TO scope_agency;
GRANT SELECT(by_kind) ON TABLE tenant.action_status TO scope_sight;
GRANT SELECT,INSERT ON TABLE tenant.answer TO scope_agency;
GRANT SELECT ON TABLE tenant.answer TO scope_merge;
GRANT UPDATE(tenant_id) ON TABLE tenant.answer TO scope_merge;
GRANT UPDATE(unit_id) ON TABLE tenant.answer TO scope_merge;
GRANT UPDATE(level) ON TABLE tenant.answer TO scope_agency;
GRANT UPDATE(na_reason) ON TABLE tenant.answer TO scope_agency;
GRANT UPDATE(modification_reason) ON TABLE tenant.answer TO scope_agency;
GRANT UPDATE(mode) ON TABLE tenant.answer TO scope_agency;
GRANT UPDATE(inherited_version) ON TABLE tenant.answer TO scope_agency;
GRANT UPDATE(confirmed_by) ON TABLE tenant.answer TO scope_agency;
GRANT UPDATE(confirmed_at) ON TABLE tenant.answer TO scope_agency;
GRANT UPDATE(version) ON TABLE tenant.answer TO scope_agency;
GRANT UPDATE(version) ON TABLE tenant.answer TO scope_merge;
GRANT UPDATE(saved_by) ON TABLE tenant.answer TO scope_agency;
GRANT UPDATE(saved_at) ON TABLE tenant.answer TO scope_agency;
GRANT SELECT,INSERT,DELETE ON TABLE tenant.answer_part TO scope_agency;
GRANT SELECT ON TABLE tenant.answer_part TO scope_merge;
GRANT UPDATE(tenant_id) ON TABLE tenant.answer_part TO scope_merge;
GRANT UPDATE(unit_id) ON TABLE tenant.answer_part TO scope_merge;
GRANT UPDATE(low) ON TABLE tenant.answer_part TO scope_agency;
GRANT UPDATE(high) ON TABLE tenant.answer_part TO scope_agency;
GRANT SELECT,INSERT,DELETE ON TABLE tenant.answer_text TO scope_agency;
GRANT SELECT ON TABLE tenant.answer_text TO scope_merge;
GRANT UPDATE(tenant_id) ON TABLE tenant.answer_text TO scope_merge;
GRANT UPDATE(unit_id) ON TABLE tenant.answer_text TO scope_merge;
GRANT UPDATE(text) ON TABLE tenant.answer_text TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.answer_version TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.answer_version TO scope_merge;
GRANT UPDATE(tenant_id) ON TABLE tenant.answer_version TO scope_merge;
GRANT UPDATE(unit_id) ON TABLE tenant.answer_version TO scope_merge;
GRANT UPDATE(version) ON TABLE tenant.answer_version TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.asking TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.assignment TO scope_agency;
GRANT SELECT ON TABLE tenant.assignment TO scope_merge;
GRANT UPDATE(tenant_id) ON TABLE tenant.assignment TO scope_merge;
GRANT UPDATE(unit_id) ON TABLE tenant.assignment TO scope_merge;
GRANT UPDATE(note) ON TABLE tenant.assignment TO scope_agency;
GRANT UPDATE(by_on) ON TABLE tenant.assignment TO scope_agency;
GRANT UPDATE(ended_at) ON TABLE tenant.assignment TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.audit TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.audit TO scope_sight;
GRANT SELECT(audit_id) ON TABLE tenant.audit TO scope_sight;
GRANT SELECT(kind) ON TABLE tenant.audit TO scope_sight;
GRANT SELECT(title) ON TABLE tenant.audit TO scope_sight;
GRANT SELECT(template_code) ON TABLE tenant.audit TO scope_sight;
GRANT SELECT(template_version) ON TABLE tenant.audit TO scope_sight;
GRANT SELECT(period) ON TABLE tenant.audit TO scope_sight;
GRANT SELECT(opens_on) ON TABLE tenant.audit TO scope_sight;
GRANT SELECT(mode) ON TABLE tenant.audit TO scope_sight;
GRANT SELECT(due_on) ON TABLE tenant.audit TO scope_sight;
GRANT SELECT,INSERT ON TABLE tenant.audit_count TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.audit_count TO scope_delivery;
GRANT SELECT ON TABLE tenant.audit_count TO scope_sight;
GRANT UPDATE(awaited) ON TABLE tenant.audit_count TO scope_board;
GRANT UPDATE(awaited) ON TABLE tenant.audit_count TO scope_delivery;
GRANT UPDATE(to_evaluate) ON TABLE tenant.audit_count TO scope_board;
GRANT UPDATE(to_evaluate) ON TABLE tenant.audit_count TO scope_delivery;
GRANT UPDATE(sent_back) ON TABLE tenant.audit_count TO scope_board;
GRANT UPDATE(sent_back) ON TABLE tenant.audit_count TO scope_delivery;
GRANT UPDATE(evaluated) ON TABLE tenant.audit_count TO scope_board;
GRANT UPDATE(evaluated) ON TABLE tenant.audit_count TO scope_delivery;
GRANT UPDATE(signed_off) ON TABLE tenant.audit_count TO scope_board;
GRANT UPDATE(signed_off) ON TABLE tenant.audit_count TO scope_delivery;
GRANT UPDATE(left_out) ON TABLE tenant.audit_count TO scope_board;
GRANT UPDATE(left_out) ON TABLE tenant.audit_count TO scope_delivery;
GRANT UPDATE(withdrawn) ON TABLE tenant.audit_count TO scope_board;
GRANT UPDATE(withdrawn) ON TABLE tenant.audit_count TO scope_delivery;
GRANT SELECT,INSERT ON TABLE tenant.audit_entry TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.audit_entry TO scope_agency;
GRANT INSERT ON TABLE tenant.audit_entry TO scope_delivery;
GRANT INSERT ON TABLE tenant.audit_entry TO scope_merge;
GRANT INSERT ON TABLE tenant.audit_entry TO scope_review;
GRANT INSERT ON TABLE tenant.audit_entry TO scope_sight;
GRANT SELECT,INSERT ON TABLE tenant.audit_seal TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.audit_seal TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.board_answer TO scope_agency;
GRANT SELECT ON TABLE tenant.board_answer TO scope_merge;
GRANT UPDATE(tenant_id) ON TABLE tenant.board_answer TO scope_merge;
GRANT UPDATE(unit_id) ON TABLE tenant.board_answer TO scope_merge;
GRANT UPDATE(level) ON TABLE tenant.board_answer TO scope_agency;
GRANT UPDATE(na_reason) ON TABLE tenant.board_answer TO scope_agency;
GRANT UPDATE(describes) ON TABLE tenant.board_answer TO scope_agency;
GRANT UPDATE(knows) ON TABLE tenant.board_answer TO scope_agency;
GRANT UPDATE(improve) ON TABLE tenant.board_answer TO scope_agency;
GRANT UPDATE(version) ON TABLE tenant.board_answer TO scope_agency;
GRANT UPDATE(version) ON TABLE tenant.board_answer TO scope_merge;
GRANT UPDATE(saved_by) ON TABLE tenant.board_answer TO scope_agency;
GRANT UPDATE(saved_at) ON TABLE tenant.board_answer TO scope_agency;
GRANT UPDATE(confirmed_at) ON TABLE tenant.board_answer TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.board_answer_version TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.board_answer_version TO scope_merge;
GRANT UPDATE(tenant_id) ON TABLE tenant.board_answer_version TO scope_merge;
GRANT UPDATE(unit_id) ON TABLE tenant.board_answer_version TO scope_merge;
GRANT UPDATE(version) ON TABLE tenant.board_answer_version TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.board_box TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.board_box TO scope_merge;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.board_box TO scope_merge;
GRANT SELECT(request_id) ON TABLE tenant.board_box TO scope_merge;
GRANT SELECT(board_id) ON TABLE tenant.board_box TO scope_merge;
GRANT SELECT(box_no) ON TABLE tenant.board_box TO scope_merge;
GRANT SELECT(kind) ON TABLE tenant.board_box TO scope_merge;
GRANT UPDATE(text) ON TABLE tenant.board_box TO scope_agency;
GRANT UPDATE(level) ON TABLE tenant.board_box TO scope_agency;
GRANT UPDATE(point) ON TABLE tenant.board_box TO scope_agency;
GRANT UPDATE(na_reason) ON TABLE tenant.board_box TO scope_agency;
GRANT UPDATE(reason) ON TABLE tenant.board_box TO scope_agency;
GRANT UPDATE(mode) ON TABLE tenant.board_box TO scope_agency;
GRANT UPDATE(inherited_version) ON TABLE tenant.board_box TO scope_agency;
GRANT UPDATE(version) ON TABLE tenant.board_box TO scope_agency;
GRANT UPDATE(saved_by) ON TABLE tenant.board_box TO scope_agency;
GRANT UPDATE(saved_at) ON TABLE tenant.board_box TO scope_agency;
GRANT UPDATE(confirmed_at) ON TABLE tenant.board_box TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.board_box_version TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.board_box_version TO scope_merge;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.board_box_version TO scope_merge;
GRANT SELECT(request_id) ON TABLE tenant.board_box_version TO scope_merge;
GRANT SELECT(box_no) ON TABLE tenant.board_box_version TO scope_merge;
GRANT SELECT(kind) ON TABLE tenant.board_box_version TO scope_merge;
GRANT SELECT(version) ON TABLE tenant.board_box_version TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.box_source TO scope_board;
GRANT SELECT ON TABLE tenant.box_source TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.box_source TO scope_delivery;
GRANT SELECT ON TABLE tenant.box_source TO scope_share;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.box_source TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.chase_decision TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.chase_item TO scope_board;
GRANT UPDATE(dropped) ON TABLE tenant.chase_item TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.chase_mail TO scope_board;
GRANT UPDATE(state) ON TABLE tenant.chase_mail TO scope_board;
GRANT UPDATE(reason) ON TABLE tenant.chase_mail TO scope_board;
GRANT UPDATE(subject) ON TABLE tenant.chase_mail TO scope_board;
GRANT UPDATE(body) ON TABLE tenant.chase_mail TO scope_board;
GRANT UPDATE(sent_at) ON TABLE tenant.chase_mail TO scope_board;
GRANT UPDATE(came_back_at) ON TABLE tenant.chase_mail TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.chase_pause TO scope_board;
GRANT UPDATE(ended_by) ON TABLE tenant.chase_pause TO scope_board;
GRANT UPDATE(ended_at) ON TABLE tenant.chase_pause TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.chase_setting TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.chase_step TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.citation TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.citation TO scope_merge;
GRANT SELECT(citation_id) ON TABLE tenant.citation TO scope_merge;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.citation TO scope_merge;
GRANT UPDATE(removed_at) ON TABLE tenant.citation TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.commitment TO scope_agency;
GRANT SELECT ON TABLE tenant.commitment TO scope_delivery;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.commitment TO scope_merge;
GRANT SELECT(commitment_id) ON TABLE tenant.commitment TO scope_merge;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.commitment TO scope_merge;
GRANT UPDATE(what) ON TABLE tenant.commitment TO scope_agency;
GRANT UPDATE(how) ON TABLE tenant.commitment TO scope_agency;
GRANT UPDATE(lead) ON TABLE tenant.commitment TO scope_agency;
GRANT UPDATE(by_on) ON TABLE tenant.commitment TO scope_agency;
GRANT UPDATE(area) ON TABLE tenant.commitment TO scope_agency;
GRANT UPDATE(change) ON TABLE tenant.commitment TO scope_agency;
GRANT UPDATE(progress) ON TABLE tenant.commitment TO scope_agency;
GRANT UPDATE(evidence) ON TABLE tenant.commitment TO scope_agency;
GRANT UPDATE(risks) ON TABLE tenant.commitment TO scope_agency;
GRANT UPDATE(state) ON TABLE tenant.commitment TO scope_agency;
GRANT UPDATE(version) ON TABLE tenant.commitment TO scope_agency;
GRANT UPDATE(saved_by) ON TABLE tenant.commitment TO scope_agency;
GRANT UPDATE(saved_at) ON TABLE tenant.commitment TO scope_agency;
GRANT SELECT,INSERT,DELETE ON TABLE tenant.commitment_subject TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.commitment_subject TO scope_merge;
GRANT SELECT(subject_id) ON TABLE tenant.commitment_subject TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.commitment_version TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.commitment_version TO scope_merge;
GRANT SELECT(commitment_id) ON TABLE tenant.commitment_version TO scope_merge;
GRANT SELECT(version) ON TABLE tenant.commitment_version TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.common_box TO scope_agency;
GRANT SELECT ON TABLE tenant.common_box TO scope_merge;
GRANT UPDATE(tenant_id) ON TABLE tenant.common_box TO scope_merge;
GRANT UPDATE(unit_id) ON TABLE tenant.common_box TO scope_merge;
GRANT UPDATE(text) ON TABLE tenant.common_box TO scope_agency;
GRANT UPDATE(version) ON TABLE tenant.common_box TO scope_agency;
GRANT UPDATE(version) ON TABLE tenant.common_box TO scope_merge;
GRANT UPDATE(saved_by) ON TABLE tenant.common_box TO scope_agency;
GRANT UPDATE(saved_at) ON TABLE tenant.common_box TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.common_box_version TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.common_box_version TO scope_merge;
GRANT UPDATE(tenant_id) ON TABLE tenant.common_box_version TO scope_merge;
GRANT UPDATE(unit_id) ON TABLE tenant.common_box_version TO scope_merge;
GRANT UPDATE(version) ON TABLE tenant.common_box_version TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.contact TO scope_board;
GRANT SELECT(tenant_id),INSERT(tenant_id) ON TABLE tenant.contact TO scope_agency;
GRANT SELECT(contact_id) ON TABLE tenant.contact TO scope_agency;
GRANT SELECT(entry_id),INSERT(entry_id) ON TABLE tenant.contact TO scope_agency;
GRANT SELECT(name),INSERT(name) ON TABLE tenant.contact TO scope_agency;
GRANT SELECT("position"),INSERT("position") ON TABLE tenant.contact TO scope_agency;
GRANT SELECT(email),INSERT(email) ON TABLE tenant.contact TO scope_agency;
GRANT SELECT(telephone),INSERT(telephone) ON TABLE tenant.contact TO scope_agency;
GRANT SELECT(valid_from),INSERT(valid_from) ON TABLE tenant.contact TO scope_agency;
GRANT UPDATE(valid_to) ON TABLE tenant.contact TO scope_board;
GRANT SELECT(valid_to),UPDATE(valid_to) ON TABLE tenant.contact TO scope_agency;
GRANT SELECT(role),INSERT(role) ON TABLE tenant.contact TO scope_agency;
GRANT UPDATE(agency_id) ON TABLE tenant.contact TO scope_board;
GRANT SELECT(agency_id),INSERT(agency_id) ON TABLE tenant.contact TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.contact TO scope_merge;
GRANT SELECT(replaces_id),INSERT(replaces_id) ON TABLE tenant.contact TO scope_agency;
GRANT SELECT(added_from) ON TABLE tenant.contact TO scope_agency;
GRANT INSERT(added_by) ON TABLE tenant.contact TO scope_agency;
GRANT SELECT(added_at),INSERT(added_at) ON TABLE tenant.contact TO scope_agency;
GRANT UPDATE(ended_from) ON TABLE tenant.contact TO scope_board;
GRANT SELECT(ended_from),UPDATE(ended_from) ON TABLE tenant.contact TO scope_agency;
GRANT UPDATE(ended_by) ON TABLE tenant.contact TO scope_board;
GRANT UPDATE(ended_by) ON TABLE tenant.contact TO scope_agency;
GRANT UPDATE(ended_at) ON TABLE tenant.contact TO scope_board;
GRANT SELECT(ended_at),UPDATE(ended_at) ON TABLE tenant.contact TO scope_agency;
GRANT UPDATE(ended_because) ON TABLE tenant.contact TO scope_board;
GRANT SELECT(ended_because),UPDATE(ended_because) ON TABLE tenant.contact TO scope_agency;
GRANT UPDATE(bounced_at) ON TABLE tenant.contact TO scope_board;
GRANT SELECT(bounced_at) ON TABLE tenant.contact TO scope_agency;
GRANT UPDATE(bounce_reason) ON TABLE tenant.contact TO scope_board;
GRANT SELECT ON TABLE tenant.contact_confirmation TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.contact_confirmation TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.contact_confirmation TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.delivery TO scope_agency;
GRANT SELECT ON TABLE tenant.delivery TO scope_delivery;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.delivery TO scope_merge;
GRANT SELECT(submission_id) ON TABLE tenant.delivery TO scope_merge;
GRANT SELECT(request_id) ON TABLE tenant.delivery TO scope_merge;
GRANT UPDATE(state) ON TABLE tenant.delivery TO scope_delivery;
GRANT UPDATE(result_hash) ON TABLE tenant.delivery TO scope_delivery;
GRANT UPDATE(return_id) ON TABLE tenant.delivery TO scope_delivery;
GRANT UPDATE(version_no) ON TABLE tenant.delivery TO scope_delivery;
GRANT UPDATE(delivered_at) ON TABLE tenant.delivery TO scope_delivery;
GRANT SELECT,INSERT ON TABLE tenant.entry_type TO scope_board;
GRANT SELECT ON TABLE tenant.entry_type TO scope_sight;
GRANT UPDATE(words) ON TABLE tenant.entry_type TO scope_board;
GRANT UPDATE(months) ON TABLE tenant.entry_type TO scope_board;
GRANT UPDATE(section11) ON TABLE tenant.entry_type TO scope_board;
GRANT UPDATE(version) ON TABLE tenant.entry_type TO scope_board;
GRANT UPDATE(changed_by) ON TABLE tenant.entry_type TO scope_board;
GRANT UPDATE(changed_at) ON TABLE tenant.entry_type TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.evaluation TO scope_board;
GRANT UPDATE(state) ON TABLE tenant.evaluation TO scope_board;
GRANT UPDATE(finished_at) ON TABLE tenant.evaluation TO scope_board;
GRANT UPDATE(summary) ON TABLE tenant.evaluation TO scope_board;
GRANT UPDATE(releases) ON TABLE tenant.evaluation TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.evaluation_box TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.evaluation_look TO scope_board;
GRANT UPDATE(outcome) ON TABLE tenant.evaluation_look TO scope_board;
GRANT UPDATE(answer) ON TABLE tenant.evaluation_look TO scope_board;
GRANT UPDATE(closed_by) ON TABLE tenant.evaluation_look TO scope_board;
GRANT UPDATE(closed_at) ON TABLE tenant.evaluation_look TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.evaluation_presence TO scope_board;
GRANT UPDATE(evaluation_id) ON TABLE tenant.evaluation_presence TO scope_board;
GRANT UPDATE(box_no) ON TABLE tenant.evaluation_presence TO scope_board;
GRANT UPDATE(seen_at) ON TABLE tenant.evaluation_presence TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.evaluation_release TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.evaluation_release TO scope_agency;
GRANT SELECT(tenant_id) ON TABLE tenant.evaluation_release TO scope_sight;
GRANT SELECT(release_id) ON TABLE tenant.evaluation_release TO scope_agency;
GRANT SELECT(release_id) ON TABLE tenant.evaluation_release TO scope_sight;
GRANT SELECT(agency_id) ON TABLE tenant.evaluation_release TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.evaluation_release TO scope_merge;
GRANT SELECT(agency_id) ON TABLE tenant.evaluation_release TO scope_sight;
GRANT SELECT(body) ON TABLE tenant.evaluation_release TO scope_agency;
GRANT SELECT(body) ON TABLE tenant.evaluation_release TO scope_sight;
GRANT SELECT(hash) ON TABLE tenant.evaluation_release TO scope_agency;
GRANT SELECT(hash) ON TABLE tenant.evaluation_release TO scope_sight;
GRANT SELECT(released_at) ON TABLE tenant.evaluation_release TO scope_agency;
GRANT SELECT(released_at) ON TABLE tenant.evaluation_release TO scope_sight;
GRANT SELECT(return_id) ON TABLE tenant.evaluation_release TO scope_agency;
GRANT SELECT(return_id) ON TABLE tenant.evaluation_release TO scope_sight;
GRANT SELECT(version_no) ON TABLE tenant.evaluation_release TO scope_agency;
GRANT SELECT(version_no) ON TABLE tenant.evaluation_release TO scope_sight;
GRANT SELECT(release_no) ON TABLE tenant.evaluation_release TO scope_agency;
GRANT SELECT(release_no) ON TABLE tenant.evaluation_release TO scope_sight;
GRANT SELECT,INSERT ON TABLE tenant.evaluation_setting TO scope_board;
GRANT UPDATE(second_look) ON TABLE tenant.evaluation_setting TO scope_board;
GRANT UPDATE(changed_by) ON TABLE tenant.evaluation_setting TO scope_board;
GRANT UPDATE(changed_at) ON TABLE tenant.evaluation_setting TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.evaluation_task TO scope_board;
GRANT UPDATE(ended_by) ON TABLE tenant.evaluation_task TO scope_board;
GRANT UPDATE(ended_at) ON TABLE tenant.evaluation_task TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.evaluator_setting TO scope_board;
GRANT UPDATE(keys) ON TABLE tenant.evaluator_setting TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.evidence TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.evidence TO scope_merge;
GRANT SELECT(evidence_id) ON TABLE tenant.evidence TO scope_merge;
GRANT UPDATE(title) ON TABLE tenant.evidence TO scope_agency;
GRANT UPDATE(blob_sha256) ON TABLE tenant.evidence TO scope_agency;
GRANT UPDATE(file_name) ON TABLE tenant.evidence TO scope_agency;
GRANT UPDATE(media_type) ON TABLE tenant.evidence TO scope_agency;
GRANT UPDATE(size_bytes) ON TABLE tenant.evidence TO scope_agency;
GRANT UPDATE(kept_where) ON TABLE tenant.evidence TO scope_agency;
GRANT UPDATE(effective_on) ON TABLE tenant.evidence TO scope_agency;
GRANT UPDATE(received_at) ON TABLE tenant.evidence TO scope_agency;
GRANT UPDATE(expires_on) ON TABLE tenant.evidence TO scope_agency;
GRANT UPDATE(version) ON TABLE tenant.evidence TO scope_agency;
GRANT UPDATE(withdrawn_at) ON TABLE tenant.evidence TO scope_agency;
GRANT UPDATE(names_reason) ON TABLE tenant.evidence TO scope_agency;
GRANT UPDATE(unit_id) ON TABLE tenant.evidence TO scope_agency;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.evidence TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.evidence_blob TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.evidence_blob TO scope_merge;
GRANT UPDATE(tenant_id) ON TABLE tenant.evidence_blob TO scope_merge;
GRANT UPDATE(scan) ON TABLE tenant.evidence_blob TO scope_agency;
GRANT UPDATE(scan) ON TABLE tenant.evidence_blob TO scope_merge;
GRANT UPDATE(found) ON TABLE tenant.evidence_blob TO scope_agency;
GRANT UPDATE(scanned_at) ON TABLE tenant.evidence_blob TO scope_agency;
GRANT UPDATE(leaving_at) ON TABLE tenant.evidence_blob TO scope_agency;
GRANT UPDATE(leaving_at) ON TABLE tenant.evidence_blob TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.evidence_grant TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.evidence_grant TO scope_merge;
GRANT SELECT(evidence_id) ON TABLE tenant.evidence_grant TO scope_merge;
GRANT SELECT(board_id) ON TABLE tenant.evidence_grant TO scope_merge;
GRANT UPDATE(granted_by) ON TABLE tenant.evidence_grant TO scope_agency;
GRANT UPDATE(granted_at) ON TABLE tenant.evidence_grant TO scope_agency;
GRANT UPDATE(ended_at) ON TABLE tenant.evidence_grant TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.evidence_reminder TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.evidence_reminder TO scope_merge;
GRANT SELECT(evidence_id) ON TABLE tenant.evidence_reminder TO scope_merge;
GRANT SELECT(expires_on) ON TABLE tenant.evidence_reminder TO scope_merge;
GRANT SELECT(stage) ON TABLE tenant.evidence_reminder TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.evidence_sample TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.evidence_sample_piece TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.evidence_sample_result TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.evidence_version TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.evidence_version TO scope_merge;
GRANT SELECT(evidence_id) ON TABLE tenant.evidence_version TO scope_merge;
GRANT SELECT(version) ON TABLE tenant.evidence_version TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.explanation TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.explanation TO scope_merge;
GRANT SELECT(explanation_id) ON TABLE tenant.explanation TO scope_merge;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.explanation TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.export_right TO scope_board;
GRANT UPDATE(ended_by) ON TABLE tenant.export_right TO scope_board;
GRANT UPDATE(ended_at) ON TABLE tenant.export_right TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.guidance TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.guidance TO scope_agency;
GRANT SELECT(guidance_id) ON TABLE tenant.guidance TO scope_agency;
GRANT SELECT(template_code) ON TABLE tenant.guidance TO scope_agency;
GRANT SELECT(template_version) ON TABLE tenant.guidance TO scope_agency;
GRANT SELECT(item_code) ON TABLE tenant.guidance TO scope_agency;
GRANT UPDATE(latest_version) ON TABLE tenant.guidance TO scope_board;
GRANT SELECT(latest_version) ON TABLE tenant.guidance TO scope_agency;
GRANT SELECT(made_at) ON TABLE tenant.guidance TO scope_agency;
GRANT UPDATE(withdrawn_at) ON TABLE tenant.guidance TO scope_board;
GRANT SELECT(withdrawn_at) ON TABLE tenant.guidance TO scope_agency;
GRANT UPDATE(withdrawn_by) ON TABLE tenant.guidance TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.guidance_version TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.guidance_version TO scope_agency;
GRANT SELECT(guidance_id) ON TABLE tenant.guidance_version TO scope_agency;
GRANT SELECT(version_no) ON TABLE tenant.guidance_version TO scope_agency;
GRANT SELECT(question) ON TABLE tenant.guidance_version TO scope_agency;
GRANT SELECT(answer) ON TABLE tenant.guidance_version TO scope_agency;
GRANT SELECT(by_name) ON TABLE tenant.guidance_version TO scope_agency;
GRANT SELECT(at) ON TABLE tenant.guidance_version TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.idempotency TO scope_agency;
GRANT UPDATE(answer) ON TABLE tenant.idempotency TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.inherited_answer TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.inherited_answer TO scope_merge;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.inherited_answer TO scope_merge;
GRANT SELECT(requirement_code) ON TABLE tenant.inherited_answer TO scope_merge;
GRANT UPDATE(from_unit_id) ON TABLE tenant.inherited_answer TO scope_agency;
GRANT SELECT(from_unit_id),UPDATE(from_unit_id) ON TABLE tenant.inherited_answer TO scope_merge;
GRANT UPDATE(from_version) ON TABLE tenant.inherited_answer TO scope_agency;
GRANT SELECT(from_version),UPDATE(from_version) ON TABLE tenant.inherited_answer TO scope_merge;
GRANT UPDATE(describes) ON TABLE tenant.inherited_answer TO scope_agency;
GRANT UPDATE(knows) ON TABLE tenant.inherited_answer TO scope_agency;
GRANT UPDATE(improve) ON TABLE tenant.inherited_answer TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.inherited_box TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.inherited_box TO scope_merge;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.inherited_box TO scope_merge;
GRANT SELECT(request_id) ON TABLE tenant.inherited_box TO scope_merge;
GRANT SELECT(box_no) ON TABLE tenant.inherited_box TO scope_merge;
GRANT UPDATE(from_unit_id) ON TABLE tenant.inherited_box TO scope_agency;
GRANT SELECT(from_unit_id),UPDATE(from_unit_id) ON TABLE tenant.inherited_box TO scope_merge;
GRANT UPDATE(from_version) ON TABLE tenant.inherited_box TO scope_agency;
GRANT SELECT(from_version),UPDATE(from_version) ON TABLE tenant.inherited_box TO scope_merge;
GRANT UPDATE(here) ON TABLE tenant.inherited_box TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.lead_officer TO scope_agency;
GRANT SELECT ON TABLE tenant.lead_officer TO scope_merge;
GRANT UPDATE(tenant_id) ON TABLE tenant.lead_officer TO scope_merge;
GRANT UPDATE(unit_id) ON TABLE tenant.lead_officer TO scope_merge;
GRANT UPDATE(name) ON TABLE tenant.lead_officer TO scope_agency;
GRANT UPDATE("position") ON TABLE tenant.lead_officer TO scope_agency;
GRANT UPDATE(telephone) ON TABLE tenant.lead_officer TO scope_agency;
GRANT UPDATE(email) ON TABLE tenant.lead_officer TO scope_agency;
GRANT SELECT,INSERT,DELETE ON TABLE tenant.mapping_draft TO scope_board;
GRANT UPDATE(body) ON TABLE tenant.mapping_draft TO scope_board;
GRANT UPDATE(updated_by) ON TABLE tenant.mapping_draft TO scope_board;
GRANT UPDATE(updated_at) ON TABLE tenant.mapping_draft TO scope_board;
GRANT SELECT ON TABLE tenant.merged_answer TO scope_agency;
GRANT INSERT ON TABLE tenant.merged_answer TO scope_merge;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.merged_answer TO scope_merge;
GRANT SELECT(merged_id) ON TABLE tenant.merged_answer TO scope_merge;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.merged_answer TO scope_merge;
GRANT SELECT(kind) ON TABLE tenant.merged_answer TO scope_merge;
GRANT SELECT(requirement_code) ON TABLE tenant.merged_answer TO scope_merge;
GRANT SELECT(version),UPDATE(version) ON TABLE tenant.merged_answer TO scope_merge;
GRANT UPDATE(settled_by) ON TABLE tenant.merged_answer TO scope_agency;
GRANT UPDATE(settled_at) ON TABLE tenant.merged_answer TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.plan TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.plan TO scope_agency;
GRANT SELECT(plan_id) ON TABLE tenant.plan TO scope_agency;
GRANT UPDATE(title) ON TABLE tenant.plan TO scope_board;
GRANT SELECT(title) ON TABLE tenant.plan TO scope_agency;
GRANT UPDATE(ratified_by) ON TABLE tenant.plan TO scope_board;
GRANT SELECT(ratified_by) ON TABLE tenant.plan TO scope_agency;
GRANT UPDATE(ratified_on) ON TABLE tenant.plan TO scope_board;
GRANT SELECT(ratified_on) ON TABLE tenant.plan TO scope_agency;
GRANT UPDATE(minute_ref) ON TABLE tenant.plan TO scope_board;
GRANT SELECT(minute_ref) ON TABLE tenant.plan TO scope_agency;
GRANT SELECT(agency_id) ON TABLE tenant.plan TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.plan TO scope_merge;
GRANT SELECT(return_id) ON TABLE tenant.plan TO scope_agency;
GRANT SELECT(words) ON TABLE tenant.plan TO scope_agency;
GRANT SELECT(due_on) ON TABLE tenant.plan TO scope_agency;
GRANT SELECT(asked_at) ON TABLE tenant.plan TO scope_agency;
GRANT UPDATE(withdrawn_at) ON TABLE tenant.plan TO scope_board;
GRANT SELECT(withdrawn_at) ON TABLE tenant.plan TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.plan_answer TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.plan_answer TO scope_agency;
GRANT SELECT(plan_id) ON TABLE tenant.plan_answer TO scope_agency;
GRANT SELECT(offer_no) ON TABLE tenant.plan_answer TO scope_agency;
GRANT SELECT(agency_id) ON TABLE tenant.plan_answer TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.plan_answer TO scope_merge;
GRANT SELECT(return_id) ON TABLE tenant.plan_answer TO scope_agency;
GRANT SELECT(ratified) ON TABLE tenant.plan_answer TO scope_agency;
GRANT SELECT(by_group) ON TABLE tenant.plan_answer TO scope_agency;
GRANT SELECT(on_day) ON TABLE tenant.plan_answer TO scope_agency;
GRANT SELECT(minute_ref) ON TABLE tenant.plan_answer TO scope_agency;
GRANT SELECT(words) ON TABLE tenant.plan_answer TO scope_agency;
GRANT SELECT(due_on) ON TABLE tenant.plan_answer TO scope_agency;
GRANT SELECT(answered_at) ON TABLE tenant.plan_answer TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.plan_line TO scope_agency;
GRANT SELECT ON TABLE tenant.plan_line TO scope_board;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.plan_line TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.plan_offer TO scope_agency;
GRANT SELECT(tenant_id) ON TABLE tenant.plan_offer TO scope_board;
GRANT SELECT(plan_id) ON TABLE tenant.plan_offer TO scope_board;
GRANT SELECT(offer_no) ON TABLE tenant.plan_offer TO scope_board;
GRANT SELECT(agency_id) ON TABLE tenant.plan_offer TO scope_board;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.plan_offer TO scope_merge;
GRANT SELECT(return_id) ON TABLE tenant.plan_offer TO scope_board;
GRANT SELECT(words) ON TABLE tenant.plan_offer TO scope_board;
GRANT SELECT(offered_name) ON TABLE tenant.plan_offer TO scope_board;
GRANT SELECT(offered_at) ON TABLE tenant.plan_offer TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.presence TO scope_agency;
GRANT UPDATE(place_kind) ON TABLE tenant.presence TO scope_agency;
GRANT UPDATE(place) ON TABLE tenant.presence TO scope_agency;
GRANT UPDATE(seen_at) ON TABLE tenant.presence TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.progress_report TO scope_agency;
GRANT SELECT ON TABLE tenant.progress_report TO scope_delivery;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.progress_report TO scope_merge;
GRANT SELECT(report_id) ON TABLE tenant.progress_report TO scope_merge;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.progress_report TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.progress_report_action TO scope_agency;
GRANT SELECT ON TABLE tenant.progress_report_action TO scope_delivery;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.progress_report_action TO scope_merge;
GRANT SELECT(report_id) ON TABLE tenant.progress_report_action TO scope_merge;
GRANT SELECT(board_id) ON TABLE tenant.progress_report_action TO scope_merge;
GRANT SELECT(action_id) ON TABLE tenant.progress_report_action TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.progress_report_evidence TO scope_agency;
GRANT SELECT ON TABLE tenant.progress_report_evidence TO scope_delivery;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.progress_report_evidence TO scope_merge;
GRANT SELECT(report_id) ON TABLE tenant.progress_report_evidence TO scope_merge;
GRANT SELECT(board_id) ON TABLE tenant.progress_report_evidence TO scope_merge;
GRANT SELECT(line_no) ON TABLE tenant.progress_report_evidence TO scope_merge;
GRANT SELECT,INSERT,DELETE ON TABLE tenant.promise TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.promise TO scope_merge;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.promise TO scope_merge;
GRANT SELECT(request_id) ON TABLE tenant.promise TO scope_merge;
GRANT SELECT(box_no) ON TABLE tenant.promise TO scope_merge;
GRANT UPDATE(by_on) ON TABLE tenant.promise TO scope_agency;
GRANT UPDATE(by_whom) ON TABLE tenant.promise TO scope_agency;
GRANT UPDATE(made_by) ON TABLE tenant.promise TO scope_agency;
GRANT UPDATE(made_at) ON TABLE tenant.promise TO scope_agency;
GRANT UPDATE(kept_at) ON TABLE tenant.promise TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.register_change TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.register_entry TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.register_entry TO scope_agency;
GRANT SELECT(tenant_id) ON TABLE tenant.register_entry TO scope_sight;
GRANT SELECT(entry_id) ON TABLE tenant.register_entry TO scope_agency;
GRANT SELECT(entry_id) ON TABLE tenant.register_entry TO scope_sight;
GRANT SELECT(organisation_id) ON TABLE tenant.register_entry TO scope_sight;
GRANT UPDATE(name) ON TABLE tenant.register_entry TO scope_board;
GRANT SELECT(name) ON TABLE tenant.register_entry TO scope_agency;
GRANT SELECT(name) ON TABLE tenant.register_entry TO scope_sight;
GRANT UPDATE(agency_id) ON TABLE tenant.register_entry TO scope_board;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.register_entry TO scope_merge;
GRANT SELECT(agency_id) ON TABLE tenant.register_entry TO scope_agency;
GRANT SELECT(agency_id) ON TABLE tenant.register_entry TO scope_sight;
GRANT UPDATE(unit_id) ON TABLE tenant.register_entry TO scope_board;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.register_entry TO scope_merge;
GRANT SELECT(unit_id) ON TABLE tenant.register_entry TO scope_agency;
GRANT SELECT(unit_id) ON TABLE tenant.register_entry TO scope_sight;
GRANT UPDATE(type) ON TABLE tenant.register_entry TO scope_board;
GRANT SELECT(type) ON TABLE tenant.register_entry TO scope_sight;
GRANT UPDATE(own_ref) ON TABLE tenant.register_entry TO scope_board;
GRANT SELECT(from_on) ON TABLE tenant.register_entry TO scope_sight;
GRANT UPDATE(to_on) ON TABLE tenant.register_entry TO scope_board;
GRANT SELECT(to_on) ON TABLE tenant.register_entry TO scope_agency;
GRANT SELECT(to_on) ON TABLE tenant.register_entry TO scope_sight;
GRANT UPDATE(section11) ON TABLE tenant.register_entry TO scope_board;
GRANT SELECT(section11) ON TABLE tenant.register_entry TO scope_sight;
GRANT UPDATE(parent_id) ON TABLE tenant.register_entry TO scope_board;
GRANT SELECT(parent_id) ON TABLE tenant.register_entry TO scope_sight;
GRANT UPDATE(notes) ON TABLE tenant.register_entry TO scope_board;
GRANT UPDATE(months) ON TABLE tenant.register_entry TO scope_board;
GRANT SELECT(months) ON TABLE tenant.register_entry TO scope_sight;
GRANT UPDATE(completed_on) ON TABLE tenant.register_entry TO scope_board;
GRANT SELECT(completed_on) ON TABLE tenant.register_entry TO scope_sight;
GRANT UPDATE(version) ON TABLE tenant.register_entry TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.remark TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.remark TO scope_merge;
GRANT SELECT(remark_id) ON TABLE tenant.remark TO scope_merge;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.remark TO scope_merge;
GRANT UPDATE(settled_by) ON TABLE tenant.remark TO scope_agency;
GRANT UPDATE(settled_at) ON TABLE tenant.remark TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.report TO scope_board;
GRANT UPDATE(latest_version) ON TABLE tenant.report TO scope_board;
GRANT UPDATE(withdrawn_at) ON TABLE tenant.report TO scope_board;
GRANT UPDATE(withdrawn_by) ON TABLE tenant.report TO scope_board;
GRANT UPDATE(withdrawn_why) ON TABLE tenant.report TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.report_conclusion TO scope_board;
GRANT UPDATE(left_at) ON TABLE tenant.report_conclusion TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.report_draft TO scope_board;
GRANT UPDATE(subtitle) ON TABLE tenant.report_draft TO scope_board;
GRANT UPDATE(drafted) ON TABLE tenant.report_draft TO scope_board;
GRANT UPDATE(facts) ON TABLE tenant.report_draft TO scope_board;
GRANT UPDATE(drafted_at) ON TABLE tenant.report_draft TO scope_board;
GRANT UPDATE(saves) ON TABLE tenant.report_draft TO scope_board;
GRANT UPDATE(holds_words) ON TABLE tenant.report_draft TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.report_file TO scope_board;
GRANT UPDATE(file_id) ON TABLE tenant.report_file TO scope_board;
GRANT UPDATE(state) ON TABLE tenant.report_file TO scope_board;
GRANT UPDATE(reason) ON TABLE tenant.report_file TO scope_board;
GRANT UPDATE(of_saves) ON TABLE tenant.report_file TO scope_board;
GRANT UPDATE(of_signs) ON TABLE tenant.report_file TO scope_board;
GRANT UPDATE(asked_by) ON TABLE tenant.report_file TO scope_board;
GRANT UPDATE(asked_at) ON TABLE tenant.report_file TO scope_board;
GRANT UPDATE(made_at) ON TABLE tenant.report_file TO scope_board;
GRANT UPDATE(size_bytes) ON TABLE tenant.report_file TO scope_board;
GRANT UPDATE(sha256) ON TABLE tenant.report_file TO scope_board;
GRANT UPDATE(content) ON TABLE tenant.report_file TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.report_finish TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.report_look TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.report_look TO scope_agency;
GRANT UPDATE(name) ON TABLE tenant.report_look TO scope_board;
GRANT SELECT(name) ON TABLE tenant.report_look TO scope_agency;
GRANT UPDATE(colour) ON TABLE tenant.report_look TO scope_board;
GRANT SELECT(colour) ON TABLE tenant.report_look TO scope_agency;
GRANT UPDATE(logo) ON TABLE tenant.report_look TO scope_board;
GRANT SELECT(logo) ON TABLE tenant.report_look TO scope_agency;
GRANT UPDATE(logo_type) ON TABLE tenant.report_look TO scope_board;
GRANT SELECT(logo_type) ON TABLE tenant.report_look TO scope_agency;
GRANT UPDATE(version) ON TABLE tenant.report_look TO scope_board;
GRANT SELECT(version) ON TABLE tenant.report_look TO scope_agency;
GRANT UPDATE(changed_by) ON TABLE tenant.report_look TO scope_board;
GRANT UPDATE(changed_at) ON TABLE tenant.report_look TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.report_paper TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.report_return TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.report_section TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.report_sign_off TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.report_version TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.request TO scope_board;
GRANT SELECT ON TABLE tenant.request TO scope_delivery;
GRANT SELECT(tenant_id) ON TABLE tenant.request TO scope_agency;
GRANT SELECT(tenant_id) ON TABLE tenant.request TO scope_sight;
GRANT SELECT(request_id) ON TABLE tenant.request TO scope_agency;
GRANT SELECT(request_id) ON TABLE tenant.request TO scope_sight;
GRANT SELECT(audit_id) ON TABLE tenant.request TO scope_sight;
GRANT SELECT(entry_id) ON TABLE tenant.request TO scope_sight;
GRANT UPDATE(agency_id) ON TABLE tenant.request TO scope_board;
GRANT SELECT(agency_id) ON TABLE tenant.request TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.request TO scope_merge;
GRANT SELECT(agency_id) ON TABLE tenant.request TO scope_sight;
GRANT UPDATE(unit_id) ON TABLE tenant.request TO scope_board;
GRANT SELECT(unit_id) ON TABLE tenant.request TO scope_agency;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.request TO scope_merge;
GRANT SELECT(unit_id) ON TABLE tenant.request TO scope_sight;
GRANT SELECT(template_code) ON TABLE tenant.request TO scope_agency;
GRANT SELECT(template_code) ON TABLE tenant.request TO scope_sight;
GRANT SELECT(template_version) ON TABLE tenant.request TO scope_agency;
GRANT SELECT(template_version) ON TABLE tenant.request TO scope_sight;
GRANT SELECT(kind) ON TABLE tenant.request TO scope_agency;
GRANT SELECT(kind) ON TABLE tenant.request TO scope_sight;
GRANT SELECT(title) ON TABLE tenant.request TO scope_agency;
GRANT SELECT(title) ON TABLE tenant.request TO scope_sight;
GRANT SELECT(period) ON TABLE tenant.request TO scope_agency;
GRANT SELECT(period) ON TABLE tenant.request TO scope_sight;
GRANT SELECT(subject_kind) ON TABLE tenant.request TO scope_agency;
GRANT UPDATE(due_on) ON TABLE tenant.request TO scope_board;
GRANT SELECT(due_on) ON TABLE tenant.request TO scope_agency;
GRANT SELECT(due_on) ON TABLE tenant.request TO scope_sight;
GRANT UPDATE(parts) ON TABLE tenant.request TO scope_board;
GRANT SELECT(parts) ON TABLE tenant.request TO scope_agency;
GRANT UPDATE(state) ON TABLE tenant.request TO scope_board;
GRANT SELECT(state) ON TABLE tenant.request TO scope_agency;
GRANT SELECT(state) ON TABLE tenant.request TO scope_sight;
GRANT SELECT(asked_at) ON TABLE tenant.request TO scope_agency;
GRANT UPDATE(left_out) ON TABLE tenant.request TO scope_board;
GRANT SELECT(left_out) ON TABLE tenant.request TO scope_sight;
GRANT SELECT,INSERT ON TABLE tenant.request_change TO scope_board;
GRANT SELECT,DELETE ON TABLE tenant.request_progress TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.request_progress TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.request_progress TO scope_merge;
GRANT UPDATE(questions) ON TABLE tenant.request_progress TO scope_agency;
GRANT UPDATE(drafted) ON TABLE tenant.request_progress TO scope_agency;
GRANT UPDATE(confirmed) ON TABLE tenant.request_progress TO scope_agency;
GRANT UPDATE(counted_at) ON TABLE tenant.request_progress TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.return TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.return TO scope_delivery;
GRANT SELECT ON TABLE tenant.return TO scope_share;
GRANT SELECT ON TABLE tenant.return TO scope_sight;
GRANT SELECT(tenant_id) ON TABLE tenant.return TO scope_agency;
GRANT SELECT(return_id) ON TABLE tenant.return TO scope_agency;
GRANT SELECT(request_id) ON TABLE tenant.return TO scope_agency;
GRANT SELECT(agency_id) ON TABLE tenant.return TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.return TO scope_merge;
GRANT SELECT(origin) ON TABLE tenant.return TO scope_agency;
GRANT UPDATE(state) ON TABLE tenant.return TO scope_board;
GRANT SELECT(state) ON TABLE tenant.return TO scope_agency;
GRANT UPDATE(state) ON TABLE tenant.return TO scope_delivery;
GRANT SELECT(latest_version) ON TABLE tenant.return TO scope_agency;
GRANT UPDATE(latest_version) ON TABLE tenant.return TO scope_delivery;
GRANT UPDATE(latest_version) ON TABLE tenant.return TO scope_board;
GRANT SELECT(boxes_filled) ON TABLE tenant.return TO scope_agency;
GRANT UPDATE(boxes_filled) ON TABLE tenant.return TO scope_delivery;
GRANT UPDATE(boxes_filled) ON TABLE tenant.return TO scope_board;
GRANT SELECT(ratings_set) ON TABLE tenant.return TO scope_agency;
GRANT UPDATE(ratings_set) ON TABLE tenant.return TO scope_delivery;
GRANT UPDATE(ratings_set) ON TABLE tenant.return TO scope_board;
GRANT SELECT(ratings_chosen) ON TABLE tenant.return TO scope_agency;
GRANT UPDATE(ratings_chosen) ON TABLE tenant.return TO scope_delivery;
GRANT UPDATE(ratings_chosen) ON TABLE tenant.return TO scope_board;
GRANT SELECT(received_at) ON TABLE tenant.return TO scope_agency;
GRANT UPDATE(received_at) ON TABLE tenant.return TO scope_delivery;
GRANT UPDATE(received_at) ON TABLE tenant.return TO scope_board;
GRANT SELECT(offered_version) ON TABLE tenant.return TO scope_agency;
GRANT UPDATE(offered_version) ON TABLE tenant.return TO scope_board;
GRANT UPDATE(offered_version) ON TABLE tenant.return TO scope_delivery;
GRANT UPDATE(back_by) ON TABLE tenant.return TO scope_board;
GRANT SELECT ON TABLE tenant.return_action TO scope_board;
GRANT SELECT ON TABLE tenant.return_action TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.return_action TO scope_delivery;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.return_action TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.return_box TO scope_board;
GRANT SELECT ON TABLE tenant.return_box TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.return_box TO scope_delivery;
GRANT SELECT ON TABLE tenant.return_box TO scope_share;
GRANT SELECT ON TABLE tenant.return_box TO scope_sight;
GRANT SELECT ON TABLE tenant.return_box TO scope_review;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.return_box TO scope_merge;
GRANT INSERT ON TABLE tenant.return_evidence TO scope_board;
GRANT SELECT ON TABLE tenant.return_evidence TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.return_evidence TO scope_delivery;
GRANT SELECT(tenant_id) ON TABLE tenant.return_evidence TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.return_evidence TO scope_review;
GRANT SELECT(tenant_id) ON TABLE tenant.return_evidence TO scope_sight;
GRANT SELECT(return_id) ON TABLE tenant.return_evidence TO scope_board;
GRANT SELECT(return_id) ON TABLE tenant.return_evidence TO scope_review;
GRANT SELECT(return_id) ON TABLE tenant.return_evidence TO scope_sight;
GRANT SELECT(version_no) ON TABLE tenant.return_evidence TO scope_board;
GRANT SELECT(version_no) ON TABLE tenant.return_evidence TO scope_review;
GRANT SELECT(version_no) ON TABLE tenant.return_evidence TO scope_sight;
GRANT SELECT(evidence_no) ON TABLE tenant.return_evidence TO scope_board;
GRANT SELECT(evidence_no) ON TABLE tenant.return_evidence TO scope_review;
GRANT SELECT(evidence_no) ON TABLE tenant.return_evidence TO scope_sight;
GRANT SELECT(agency_id) ON TABLE tenant.return_evidence TO scope_board;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.return_evidence TO scope_merge;
GRANT SELECT(agency_id) ON TABLE tenant.return_evidence TO scope_review;
GRANT SELECT(agency_id) ON TABLE tenant.return_evidence TO scope_sight;
GRANT SELECT(box_no) ON TABLE tenant.return_evidence TO scope_board;
GRANT SELECT(box_no) ON TABLE tenant.return_evidence TO scope_review;
GRANT SELECT(box_no) ON TABLE tenant.return_evidence TO scope_sight;
GRANT SELECT(title) ON TABLE tenant.return_evidence TO scope_board;
GRANT SELECT(title) ON TABLE tenant.return_evidence TO scope_review;
GRANT SELECT(title) ON TABLE tenant.return_evidence TO scope_sight;
GRANT SELECT(kept_where) ON TABLE tenant.return_evidence TO scope_board;
GRANT SELECT(kept_where) ON TABLE tenant.return_evidence TO scope_review;
GRANT SELECT(kept_where) ON TABLE tenant.return_evidence TO scope_sight;
GRANT SELECT(blob_sha256) ON TABLE tenant.return_evidence TO scope_board;
GRANT SELECT(blob_sha256) ON TABLE tenant.return_evidence TO scope_review;
GRANT SELECT(blob_sha256) ON TABLE tenant.return_evidence TO scope_sight;
GRANT SELECT ON TABLE tenant.return_evidence_ask TO scope_board;
GRANT INSERT(tenant_id) ON TABLE tenant.return_evidence_ask TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.return_evidence_ask TO scope_agency;
GRANT SELECT(ask_id) ON TABLE tenant.return_evidence_ask TO scope_agency;
GRANT INSERT(agency_id) ON TABLE tenant.return_evidence_ask TO scope_board;
GRANT SELECT(agency_id) ON TABLE tenant.return_evidence_ask TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.return_evidence_ask TO scope_merge;
GRANT INSERT(return_id) ON TABLE tenant.return_evidence_ask TO scope_board;
GRANT SELECT(return_id) ON TABLE tenant.return_evidence_ask TO scope_agency;
GRANT INSERT(version_no) ON TABLE tenant.return_evidence_ask TO scope_board;
GRANT SELECT(version_no) ON TABLE tenant.return_evidence_ask TO scope_agency;
GRANT INSERT(evidence_no) ON TABLE tenant.return_evidence_ask TO scope_board;
GRANT SELECT(evidence_no) ON TABLE tenant.return_evidence_ask TO scope_agency;
GRANT INSERT(words) ON TABLE tenant.return_evidence_ask TO scope_board;
GRANT SELECT(words) ON TABLE tenant.return_evidence_ask TO scope_agency;
GRANT INSERT(asked_by) ON TABLE tenant.return_evidence_ask TO scope_board;
GRANT SELECT(asked_at) ON TABLE tenant.return_evidence_ask TO scope_agency;
GRANT INSERT(asked_at) ON TABLE tenant.return_evidence_ask TO scope_board;
GRANT SELECT(state),UPDATE(state) ON TABLE tenant.return_evidence_ask TO scope_agency;
GRANT SELECT(answer),UPDATE(answer) ON TABLE tenant.return_evidence_ask TO scope_agency;
GRANT SELECT(blob_sha256),UPDATE(blob_sha256) ON TABLE tenant.return_evidence_ask TO scope_agency;
GRANT SELECT(answered_at),UPDATE(answered_at) ON TABLE tenant.return_evidence_ask TO scope_agency;
GRANT INSERT(due_on) ON TABLE tenant.return_evidence_ask TO scope_board;
GRANT SELECT(due_on) ON TABLE tenant.return_evidence_ask TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.return_evidence_decision TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.return_evidence_decision TO scope_agency;
GRANT SELECT(ask_id) ON TABLE tenant.return_evidence_decision TO scope_agency;
GRANT SELECT(agency_id) ON TABLE tenant.return_evidence_decision TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.return_evidence_decision TO scope_merge;
GRANT SELECT(return_id) ON TABLE tenant.return_evidence_decision TO scope_agency;
GRANT SELECT(accepted) ON TABLE tenant.return_evidence_decision TO scope_agency;
GRANT SELECT(reason) ON TABLE tenant.return_evidence_decision TO scope_agency;
GRANT SELECT(decided_at) ON TABLE tenant.return_evidence_decision TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.return_evidence_opening TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.return_evidence_opening TO scope_agency;
GRANT SELECT(opening_id) ON TABLE tenant.return_evidence_opening TO scope_agency;
GRANT SELECT(agency_id) ON TABLE tenant.return_evidence_opening TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.return_evidence_opening TO scope_merge;
GRANT SELECT(return_id) ON TABLE tenant.return_evidence_opening TO scope_agency;
GRANT SELECT(version_no) ON TABLE tenant.return_evidence_opening TO scope_agency;
GRANT SELECT(evidence_no) ON TABLE tenant.return_evidence_opening TO scope_agency;
GRANT SELECT(opened_at) ON TABLE tenant.return_evidence_opening TO scope_agency;
GRANT SELECT(role) ON TABLE tenant.return_evidence_opening TO scope_agency;
GRANT SELECT ON TABLE tenant.return_level TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.return_level TO scope_delivery;
GRANT SELECT,INSERT ON TABLE tenant.return_opening TO scope_board;
GRANT INSERT ON TABLE tenant.return_opening TO scope_review;
GRANT INSERT ON TABLE tenant.return_opening TO scope_sight;
GRANT SELECT(tenant_id) ON TABLE tenant.return_opening TO scope_agency;
GRANT SELECT(opening_id) ON TABLE tenant.return_opening TO scope_agency;
GRANT SELECT(agency_id) ON TABLE tenant.return_opening TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.return_opening TO scope_merge;
GRANT SELECT(return_id) ON TABLE tenant.return_opening TO scope_agency;
GRANT SELECT(version_no) ON TABLE tenant.return_opening TO scope_agency;
GRANT SELECT(what) ON TABLE tenant.return_opening TO scope_agency;
GRANT SELECT(role) ON TABLE tenant.return_opening TO scope_agency;
GRANT SELECT(opened_at) ON TABLE tenant.return_opening TO scope_agency;
GRANT SELECT(looker) ON TABLE tenant.return_opening TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.return_paper TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.return_paper TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.return_paper TO scope_merge;
GRANT SELECT(request_id) ON TABLE tenant.return_paper TO scope_merge;
GRANT SELECT(version_no) ON TABLE tenant.return_paper TO scope_merge;
GRANT SELECT(kind) ON TABLE tenant.return_paper TO scope_merge;
GRANT SELECT(with_sources) ON TABLE tenant.return_paper TO scope_merge;
GRANT SELECT(format) ON TABLE tenant.return_paper TO scope_merge;
GRANT UPDATE(file_id) ON TABLE tenant.return_paper TO scope_board;
GRANT UPDATE(file_id) ON TABLE tenant.return_paper TO scope_agency;
GRANT UPDATE(state) ON TABLE tenant.return_paper TO scope_board;
GRANT UPDATE(state) ON TABLE tenant.return_paper TO scope_agency;
GRANT UPDATE(reason) ON TABLE tenant.return_paper TO scope_board;
GRANT UPDATE(reason) ON TABLE tenant.return_paper TO scope_agency;
GRANT UPDATE(of_standing) ON TABLE tenant.return_paper TO scope_board;
GRANT UPDATE(of_standing) ON TABLE tenant.return_paper TO scope_agency;
GRANT UPDATE(of_erased) ON TABLE tenant.return_paper TO scope_board;
GRANT UPDATE(of_erased) ON TABLE tenant.return_paper TO scope_agency;
GRANT UPDATE(asked_by) ON TABLE tenant.return_paper TO scope_board;
GRANT UPDATE(asked_by) ON TABLE tenant.return_paper TO scope_agency;
GRANT UPDATE(asked_at) ON TABLE tenant.return_paper TO scope_board;
GRANT UPDATE(asked_at) ON TABLE tenant.return_paper TO scope_agency;
GRANT UPDATE(made_at) ON TABLE tenant.return_paper TO scope_board;
GRANT UPDATE(made_at) ON TABLE tenant.return_paper TO scope_agency;
GRANT UPDATE(size_bytes) ON TABLE tenant.return_paper TO scope_board;
GRANT UPDATE(size_bytes) ON TABLE tenant.return_paper TO scope_agency;
GRANT UPDATE(sha256) ON TABLE tenant.return_paper TO scope_board;
GRANT UPDATE(sha256) ON TABLE tenant.return_paper TO scope_agency;
GRANT UPDATE(content) ON TABLE tenant.return_paper TO scope_board;
GRANT UPDATE(content) ON TABLE tenant.return_paper TO scope_agency;
GRANT SELECT ON TABLE tenant.return_version TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.return_version TO scope_delivery;
GRANT SELECT(tenant_id),INSERT(tenant_id) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(tenant_id) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(return_id),INSERT(return_id) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(return_id) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(return_id) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(version_no),INSERT(version_no) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(version_no) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(version_no) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(agency_id),INSERT(agency_id) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(agency_id) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(agency_id) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.return_version TO scope_merge;
GRANT SELECT(template_code),INSERT(template_code) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(template_code) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(template_code) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(template_version),INSERT(template_version) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(template_version) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(template_version) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(framework_code) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(framework_code) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(framework_code) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(framework_version) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(framework_version) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(framework_version) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(mapping_version) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(mapping_version) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(mapping_version) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(hash),INSERT(hash) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(hash) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(hash) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(receipt_code),INSERT(receipt_code) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(receipt_code) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(receipt_code) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(delivered_at),INSERT(delivered_at) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(delivered_at) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(delivered_at) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(accepted_at),INSERT(accepted_at),UPDATE(accepted_at) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(accepted_at) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(accepted_at) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(accepted_by),INSERT(accepted_by),UPDATE(accepted_by) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(accepted_by) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(accepted_by) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(box_count),INSERT(box_count) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(box_count) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(box_count) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(set_count) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(set_count) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(set_count) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(chosen_count) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(chosen_count) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(chosen_count) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(unanswered_count) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(unanswered_count) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(unanswered_count) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(no_point_count) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(no_point_count) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(no_point_count) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(na_count) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(na_count) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(na_count) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(residual_count) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(residual_count) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(residual_count) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(local_count) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(local_count) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(local_count) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(standing),UPDATE(standing) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(standing) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(standing) ON TABLE tenant.return_version TO scope_sight;
GRANT UPDATE(standing) ON TABLE tenant.return_version TO scope_delivery;
GRANT SELECT(decided_at),UPDATE(decided_at) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(decided_at) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(decided_at) ON TABLE tenant.return_version TO scope_sight;
GRANT UPDATE(decided_at) ON TABLE tenant.return_version TO scope_delivery;
GRANT SELECT(decided_by),UPDATE(decided_by) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(decided_by) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(decided_by) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(decided_by_name),UPDATE(decided_by_name) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(decided_by_name) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(decided_by_name) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT(decision_words),UPDATE(decision_words) ON TABLE tenant.return_version TO scope_board;
GRANT SELECT(decision_words) ON TABLE tenant.return_version TO scope_share;
GRANT SELECT(decision_words) ON TABLE tenant.return_version TO scope_sight;
GRANT SELECT,INSERT ON TABLE tenant.review TO scope_board;
GRANT SELECT ON TABLE tenant.review TO scope_review;
GRANT UPDATE(ended_by) ON TABLE tenant.review TO scope_board;
GRANT UPDATE(ended_at) ON TABLE tenant.review TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.review_note TO scope_review;
GRANT SELECT ON TABLE tenant.review_note TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.review_return TO scope_board;
GRANT SELECT ON TABLE tenant.review_return TO scope_review;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.review_return TO scope_merge;
GRANT UPDATE(sent_at) ON TABLE tenant.review_return TO scope_review;
GRANT SELECT,INSERT ON TABLE tenant.rollup TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.rollup TO scope_delivery;
GRANT SELECT ON TABLE tenant.rollup TO scope_sight;
GRANT SELECT ON TABLE tenant.rollup TO scope_aggregate;
GRANT UPDATE(n) ON TABLE tenant.rollup TO scope_delivery;
GRANT UPDATE(n) ON TABLE tenant.rollup TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.sent_back TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.sent_back TO scope_agency;
GRANT SELECT(return_id) ON TABLE tenant.sent_back TO scope_agency;
GRANT SELECT(round_no) ON TABLE tenant.sent_back TO scope_agency;
GRANT SELECT(agency_id) ON TABLE tenant.sent_back TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.sent_back TO scope_merge;
GRANT SELECT(version_no) ON TABLE tenant.sent_back TO scope_agency;
GRANT SELECT(words) ON TABLE tenant.sent_back TO scope_agency;
GRANT SELECT(due_on) ON TABLE tenant.sent_back TO scope_agency;
GRANT SELECT(asked_at) ON TABLE tenant.sent_back TO scope_agency;
GRANT UPDATE(withdrawn_by) ON TABLE tenant.sent_back TO scope_board;
GRANT UPDATE(withdrawn_at) ON TABLE tenant.sent_back TO scope_board;
GRANT SELECT(withdrawn_at) ON TABLE tenant.sent_back TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.sent_back_item TO scope_board;
GRANT SELECT ON TABLE tenant.sent_back_item TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.sent_back_item TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.share TO scope_board;
GRANT SELECT ON TABLE tenant.share TO scope_share;
GRANT UPDATE(ended_at) ON TABLE tenant.share TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.share_return TO scope_board;
GRANT SELECT ON TABLE tenant.share_return TO scope_share;
GRANT SELECT,INSERT ON TABLE tenant.sight TO scope_board;
GRANT SELECT(tenant_id) ON TABLE tenant.sight TO scope_sight;
GRANT SELECT(sight_id) ON TABLE tenant.sight TO scope_sight;
GRANT SELECT(to_party) ON TABLE tenant.sight TO scope_sight;
GRANT SELECT(parts) ON TABLE tenant.sight TO scope_sight;
GRANT SELECT(from_on) ON TABLE tenant.sight TO scope_sight;
GRANT SELECT(to_on) ON TABLE tenant.sight TO scope_sight;
GRANT UPDATE(ended_at) ON TABLE tenant.sight TO scope_board;
GRANT SELECT(ended_at) ON TABLE tenant.sight TO scope_sight;
GRANT SELECT(to_name) ON TABLE tenant.sight TO scope_sight;
GRANT SELECT(from_name) ON TABLE tenant.sight TO scope_sight;
GRANT SELECT(words) ON TABLE tenant.sight TO scope_sight;
GRANT SELECT(granted_at) ON TABLE tenant.sight TO scope_sight;
GRANT UPDATE(ended_by) ON TABLE tenant.sight TO scope_board;
GRANT UPDATE(ended_name) ON TABLE tenant.sight TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.sign_off TO scope_board;
GRANT SELECT ON TABLE tenant.sign_off TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.sign_off TO scope_delivery;
GRANT SELECT ON TABLE tenant.sign_off TO scope_share;
GRANT SELECT ON TABLE tenant.sign_off TO scope_sight;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.sign_off TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.submission TO scope_agency;
GRANT SELECT ON TABLE tenant.submission TO scope_delivery;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.submission TO scope_merge;
GRANT SELECT(submission_id) ON TABLE tenant.submission TO scope_merge;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.submission TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.submission_answer TO scope_agency;
GRANT SELECT ON TABLE tenant.submission_answer TO scope_delivery;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.submission_answer TO scope_merge;
GRANT SELECT(submission_id) ON TABLE tenant.submission_answer TO scope_merge;
GRANT SELECT(requirement_code) ON TABLE tenant.submission_answer TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.submission_box TO scope_agency;
GRANT SELECT ON TABLE tenant.submission_box TO scope_delivery;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.submission_box TO scope_merge;
GRANT SELECT(submission_id) ON TABLE tenant.submission_box TO scope_merge;
GRANT SELECT(board_id) ON TABLE tenant.submission_box TO scope_merge;
GRANT SELECT(line_no) ON TABLE tenant.submission_box TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.submission_commitment TO scope_agency;
GRANT SELECT ON TABLE tenant.submission_commitment TO scope_delivery;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.submission_commitment TO scope_merge;
GRANT SELECT(submission_id) ON TABLE tenant.submission_commitment TO scope_merge;
GRANT SELECT(commitment_id) ON TABLE tenant.submission_commitment TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.submission_commitment_subject TO scope_agency;
GRANT SELECT ON TABLE tenant.submission_commitment_subject TO scope_delivery;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.submission_commitment_subject TO scope_merge;
GRANT SELECT(submission_id) ON TABLE tenant.submission_commitment_subject TO scope_merge;
GRANT SELECT(commitment_id) ON TABLE tenant.submission_commitment_subject TO scope_merge;
GRANT SELECT(subject_no) ON TABLE tenant.submission_commitment_subject TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.submission_evidence TO scope_agency;
GRANT SELECT ON TABLE tenant.submission_evidence TO scope_delivery;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.submission_evidence TO scope_merge;
GRANT SELECT(submission_id) ON TABLE tenant.submission_evidence TO scope_merge;
GRANT SELECT(board_id) ON TABLE tenant.submission_evidence TO scope_merge;
GRANT SELECT(line_no) ON TABLE tenant.submission_evidence TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.submission_part TO scope_agency;
GRANT SELECT ON TABLE tenant.submission_part TO scope_delivery;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.submission_part TO scope_merge;
GRANT SELECT(submission_id) ON TABLE tenant.submission_part TO scope_merge;
GRANT SELECT(requirement_code) ON TABLE tenant.submission_part TO scope_merge;
GRANT SELECT(facet_code) ON TABLE tenant.submission_part TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.submission_text TO scope_agency;
GRANT SELECT ON TABLE tenant.submission_text TO scope_delivery;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.submission_text TO scope_merge;
GRANT SELECT(submission_id) ON TABLE tenant.submission_text TO scope_merge;
GRANT SELECT(requirement_code) ON TABLE tenant.submission_text TO scope_merge;
GRANT SELECT(role) ON TABLE tenant.submission_text TO scope_merge;
GRANT SELECT(facet_key) ON TABLE tenant.submission_text TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.support TO scope_board;
GRANT UPDATE(struck_at) ON TABLE tenant.support TO scope_board;
GRANT UPDATE(struck_by) ON TABLE tenant.support TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.support_organisation TO scope_board;
GRANT SELECT,INSERT,DELETE ON TABLE tenant.template_draft TO scope_board;
GRANT UPDATE(body) ON TABLE tenant.template_draft TO scope_board;
GRANT UPDATE(updated_by) ON TABLE tenant.template_draft TO scope_board;
GRANT UPDATE(updated_at) ON TABLE tenant.template_draft TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.thread TO scope_board;
GRANT SELECT(tenant_id),INSERT(tenant_id) ON TABLE tenant.thread TO scope_agency;
GRANT SELECT(thread_id),INSERT(thread_id) ON TABLE tenant.thread TO scope_agency;
GRANT SELECT(agency_id),INSERT(agency_id) ON TABLE tenant.thread TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.thread TO scope_merge;
GRANT SELECT(request_id),INSERT(request_id) ON TABLE tenant.thread TO scope_agency;
GRANT SELECT(item_code),INSERT(item_code) ON TABLE tenant.thread TO scope_agency;
GRANT SELECT(begun_by),INSERT(begun_by) ON TABLE tenant.thread TO scope_agency;
GRANT SELECT(begun_at),INSERT(begun_at) ON TABLE tenant.thread TO scope_agency;
GRANT UPDATE(waits_for) ON TABLE tenant.thread TO scope_board;
GRANT SELECT(waits_for),INSERT(waits_for),UPDATE(waits_for) ON TABLE tenant.thread TO scope_agency;
GRANT UPDATE(waiting_since) ON TABLE tenant.thread TO scope_board;
GRANT SELECT(waiting_since),INSERT(waiting_since),UPDATE(waiting_since) ON TABLE tenant.thread TO scope_agency;
GRANT UPDATE(messages) ON TABLE tenant.thread TO scope_board;
GRANT SELECT(messages),UPDATE(messages) ON TABLE tenant.thread TO scope_agency;
GRANT UPDATE(last_at) ON TABLE tenant.thread TO scope_board;
GRANT SELECT(last_at),INSERT(last_at),UPDATE(last_at) ON TABLE tenant.thread TO scope_agency;
GRANT UPDATE(assigned_to) ON TABLE tenant.thread TO scope_board;
GRANT UPDATE(written_by) ON TABLE tenant.thread TO scope_board;
GRANT SELECT ON TABLE tenant.thread_follower TO scope_agency;
GRANT INSERT(tenant_id) ON TABLE tenant.thread_follower TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.thread_follower TO scope_merge;
GRANT INSERT(board_id) ON TABLE tenant.thread_follower TO scope_agency;
GRANT INSERT(thread_id) ON TABLE tenant.thread_follower TO scope_agency;
GRANT SELECT(thread_id) ON TABLE tenant.thread_follower TO scope_merge;
GRANT SELECT(person_id) ON TABLE tenant.thread_follower TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.thread_message TO scope_board;
GRANT SELECT,INSERT ON TABLE tenant.thread_message TO scope_agency;
GRANT SELECT(agency_id),UPDATE(agency_id) ON TABLE tenant.thread_message TO scope_merge;
GRANT SELECT,INSERT ON TABLE tenant.unit TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.unit TO scope_merge;
GRANT UPDATE(tenant_id) ON TABLE tenant.unit TO scope_merge;
GRANT UPDATE(unit_id) ON TABLE tenant.unit TO scope_merge;
GRANT UPDATE(parent_unit_id) ON TABLE tenant.unit TO scope_agency;
GRANT UPDATE(organisation_id) ON TABLE tenant.unit TO scope_agency;
GRANT UPDATE(name) ON TABLE tenant.unit TO scope_agency;
GRANT UPDATE(left_on) ON TABLE tenant.unit TO scope_agency;
GRANT SELECT,INSERT ON TABLE tenant.unit_record TO scope_agency;
GRANT SELECT(tenant_id),UPDATE(tenant_id) ON TABLE tenant.unit_record TO scope_merge;
GRANT SELECT(unit_id),UPDATE(unit_id) ON TABLE tenant.unit_record TO scope_merge;
GRANT SELECT(record_sha256) ON TABLE tenant.unit_record TO scope_merge;
ALTER DEFAULT PRIVILEGES FOR ROLE owner REVOKE ALL ON FUNCTIONS  FROM PUBLIC;
