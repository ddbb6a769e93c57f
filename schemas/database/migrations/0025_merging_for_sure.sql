-- What a merge of two rooms must not do: lose a word of whoever comes while it is being done, go on an
-- agreement whose giver leads no more, or let somebody back in whom the room that stays let go.

-- Every transaction of an agency holds its room, for as long as it lasts, and waits while a merge does. What
-- was looked up before waiting is looked at again. The lock is in memory alone.
create function identity.hold_room(p_party_id uuid) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('room ' || p_party_id, 0));
  perform from tenancy.party p where p.party_id = p_party_id and p.status = 'merged';
  if found then
    raise exception 'the room became part of another' using errcode = 'OR002';
  end if;
end $$;
revoke all on function identity.hold_room(uuid) from public;
grant execute on function identity.hold_room(uuid) to gateway;

create or replace function identity.enter(
  p_token_hash bytea, out scope text, out party_id uuid, out party_kind text, out party_name text,
  out person_id uuid, out person_name text, out unit_id uuid, out role text)
language plpgsql
as $$
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

-- Whether that person leads the whole of that room today.
create function identity.still_leads(p_person_id uuid, p_party_id uuid) returns boolean
language sql stable security invoker
set search_path = pg_catalog, pg_temp
as $$
  select exists (select from identity.membership m join identity.person n on n.person_id = m.person_id
                  where m.person_id = p_person_id and m.party_id = p_party_id and m.role = 'lead'
                    and m.unit_id is null and (m.to_at is null or m.to_at > now())
                    and n.disabled_at is null)
$$;
revoke all on function identity.still_leads(uuid, uuid) from public;

-- waiting: the other lead has not agreed yet, or leads no more. both: now it can be done. done: it is
-- already. gone: there is no such merge of this room, it was withdrawn, or it waited for a fortnight.
create or replace function tenancy.agree_merge(p_merge_id uuid) returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- Both agreements are looked at once more.
create or replace function identity.look_up_merge(p_merge_id uuid, out scope text, out seal text)
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

-- First: whoever is in either room has ended, and nobody comes in until this is over. Nobody writes a row of
-- either room that hangs on it directly, jobs go to the room that stays (one that is running loses at its
-- fence and begins again), and the boards know it. Answers the name of the room that goes.
create or replace function tenancy.begin_merge() returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- Last: people, programs, invitations; the room that goes is closed. A board that both rooms had joined
-- keeps both its connections, so that what it may read of either is what it was.
create or replace function tenancy.close_merge() returns void
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
