-- The merge itself (ADR 0033): one transaction of the second lead who agrees. It begins in the agency's
-- scope and goes on in a scope that holds both rooms and is given for this merge alone.

create function identity.look_up_merge(p_merge_id uuid, out scope text, out seal text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := identity.led_agency();
  v_merge tenancy.room_merge;
  v_key bytea;
begin
  select m.* into v_merge from tenancy.room_merge m
    join tenancy.party s on s.party_id = m.stays_id and s.kind = 'agency' and s.status = 'active'
    join tenancy.party g on g.party_id = m.goes_id and g.kind = 'agency' and g.status = 'active'
   where m.merge_id = p_merge_id and m.state = 'open' and v_party in (m.stays_id, m.goes_id)
     and m.stays_agreed_at is not null and m.goes_agreed_at is not null;
  if not found then
    raise exception 'both leads have not agreed to this' using errcode = 'OR001';
  end if;
  scope := 'merge|' || v_merge.stays_id || '|' || app.person() || '||' || app.role() || '|'
           || v_merge.goes_id || '|' || p_merge_id || '|||';
  select k.key into strict v_key from app.seal_key k;
  seal := encode(sha256(v_key || convert_to(scope, 'UTF8') || int4send(pg_backend_pid())
                        || timestamptz_send(transaction_timestamp()) || v_key), 'hex');
end $$;

create function identity.enter_merge(p_merge_id uuid) returns void
language plpgsql security invoker
as $$
declare
  v_found record := identity.look_up_merge(p_merge_id);
  v_done text;
begin
  v_done := set_config('onereturn.scope', v_found.scope, true);
  v_done := set_config('onereturn.seal', v_found.seal, true);
  v_done := set_config('role', 'scope_merge', true);
end $$;

-- First: nobody writes a row of either room that hangs on it directly until this is over, jobs go to the
-- room that stays (one that is running loses at its fence and begins again), and the boards know it.
-- Answers the name of the room that goes.
create function tenancy.begin_merge() returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_rooms uuid[] := app.sealed_rooms('merge');
  v_shared uuid[];
begin
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

-- Last: people, programs, invitations; the room that goes is closed. A board that both rooms had joined
-- keeps both its connections, so that what it may read of either is what it was.
create function tenancy.close_merge() returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_rooms uuid[] := app.sealed_rooms('merge');
  v_stays uuid := v_rooms[1];
  v_goes uuid := v_rooms[2];
  v_now timestamptz := clock_timestamp();
begin
  delete from tenancy.connection c using tenancy.room_merge m
   where m.stays_id = v_stays and m.goes_id = v_goes and m.state = 'open'
     and c.agency_id = v_goes and c.board_id <> all (m.shared_boards);
  -- Whoever has the same role at the same place here already keeps the limits that they have here.
  insert into identity.membership (person_id, party_id, unit_id, role, "position", standards, from_at)
  select distinct on (m.person_id, m.unit_id, m.role) m.person_id, v_stays, nullif(m.unit_id, v_goes),
         m.role, m."position", m.standards, v_now
    from identity.membership m
   where m.party_id = v_goes and (m.to_at is null or m.to_at > v_now)
     and not exists (select from identity.client k where k.person_id = m.person_id)
     and not exists (select from identity.membership h
                      where h.party_id = v_stays and h.person_id = m.person_id and h.role = m.role
                        and h.unit_id is not distinct from nullif(m.unit_id, v_goes)
                        and (h.to_at is null or h.to_at > v_now))
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

-- The columns of a row that is copied: as they are, but for whose it is and the whole agency's place.
create function app.merge_columns(p_table text, p_as_read boolean) returns text
language sql stable security invoker
set search_path = pg_catalog, pg_temp
as $$
  select string_agg(case when not p_as_read then format('%I', a.attname)
                         when a.attname = 'tenant_id' then '$1'
                         when a.attname ~ 'unit_id$' then format('case when %1$I = $2 then $1 else %1$I end', a.attname)
                         else format('%I', a.attname) end, ', ' order by a.attnum)
    from pg_attribute a
   where a.attrelid = ('tenant.' || quote_ident(p_table))::regclass and a.attnum > 0
     and not a.attisdropped and a.attgenerated = '';
$$;

-- What a room's whole agency says to one question: under the whole question, and all of it to compare.
create function app.merge_texts(
  p_room uuid, p_code text, out describes text, out knows text, out improve text, out whole text)
language sql stable security invoker
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(max(x.text) filter (where x.role = 'describes' and x.facet_key = ''), ''),
         coalesce(max(x.text) filter (where x.role = 'knows' and x.facet_key = ''), ''),
         coalesce(max(x.text) filter (where x.role = 'improve' and x.facet_key = ''), ''),
         coalesce(string_agg(x.role || x.facet_key || x.text, '' order by x.role, x.facet_key)
                    filter (where x.text <> ''), '')
    from tenant.answer_text x
   where x.tenant_id = p_room and x.unit_id = p_room and x.requirement_code = p_code;
$$;

-- Answers of the whole agency that both rooms have. The text here stays; the other's versions go into the
-- history after those of this room, then the other's answer as it stood, then this room's again, whole.
create function app.merge_answers(p_from_room text, p_at timestamptz) returns text[]
language plpgsql security invoker
set search_path = pg_catalog, pg_temp
as $$
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

-- The same for what is said to one board alone, where both rooms have joined that board.
create function app.merge_words_for_boards(p_from_room text, p_at timestamptz) returns void
language plpgsql security invoker
set search_path = pg_catalog, pg_temp
as $$
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

-- Everything, in the one transaction of the second lead's agreement. Answers how many rows of each table
-- changed hands. A table of the plan with a key that both rooms could hold is named here.
create function app.merge_rooms(p_merge_id uuid, p_at timestamptz default now()) returns jsonb
language plpgsql security invoker
as $$
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
         nullif(current_setting('onereturn.request_ref', true), '')
    from (values (v_stays, 'room.merged', v_goes), (v_goes, 'room.closed', v_stays))
      as r (room, what, other);
  perform tenancy.close_merge();
  set constraints all immediate;
  return v_moved;
end $$;

grant execute on function identity.look_up_merge(uuid), identity.enter_merge(uuid),
  app.merge_rooms(uuid, timestamptz) to scope_agency;
grant execute on function tenancy.begin_merge(), tenancy.close_merge(), app.merge_columns(text, boolean),
  app.merge_texts(uuid, text), app.merge_answers(text, timestamptz), app.merge_words_for_boards(text, timestamptz),
  app.merge_plan() to scope_merge;
grant execute on function app.sealed_rooms(text), app.party(), app.person(), app.role(),
  app.source_tenant(), app.source_ref() to scope_merge;

grant update (scan, leaving_at) on tenant.evidence_blob to scope_merge;

-- Tables that were made since the scope of a merge was.
call app.cover_merge();
