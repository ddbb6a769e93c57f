-- Entrances of the login auth: sign-in, sessions, recovery. Nobody else may execute them, except what
-- the last lines say. An unknown address gets the same row, the same counters and the same work.

create function identity.throttle_key(p_kind text, p_value text) returns bytea
language sql immutable security invoker
set search_path = pg_catalog, pg_temp
return sha256(convert_to(p_kind || ':' || lower(p_value), 'UTF8'));

-- Always one row. person_id and password_hash are null for an unknown or disabled person: verify
-- against a hash of your own then, so that the time does not tell.
create function identity.sign_in_look_up(
  p_email text, p_address text,
  out person_id uuid, out password_hash text, out locked_until timestamptz)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  select n.person_id, c.password_hash into person_id, password_hash
    from identity.person n join identity.credential c on c.person_id = n.person_id
   where n.email = lower(p_email) and n.disabled_at is null;
  select max(t.locked_until) into locked_until from identity.throttle t
   where t.key_hash in (identity.throttle_key('email', p_email),
                        identity.throttle_key('address', p_address))
     and t.locked_until > clock_timestamp();
end $$;

-- Counts a failed try. Eight within a quarter of an hour lock an address of mail, sixty a network
-- address, for a quarter of an hour. Answers until when.
create function identity.sign_in_failed(p_email text, p_address text) returns timestamptz
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

create function identity.sign_in_succeeded(p_person_id uuid) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  delete from identity.throttle t
   using identity.person n
   where n.person_id = p_person_id and t.key_hash = identity.throttle_key('email', n.email);
end $$;

create function identity.memberships_of(p_person_id uuid)
returns table (membership_id uuid, party_id uuid, party_kind text, party_name text, unit_id uuid,
               role text, "position" text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- Begins a session for one membership of that person; ends the one that it replaces, if any.
-- Answers when it expires. Raises OR002 when the membership is not theirs or has ended.
create function identity.begin_session(
  p_token_hash bytea, p_person_id uuid, p_membership_id uuid, p_kind text, p_lifetime interval,
  p_replaces bytea default null)
returns timestamptz
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- True when the session was still open.
create function identity.end_session(p_token_hash bytea) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update identity.session set ended_at = clock_timestamp()
   where token_hash = p_token_hash and ended_at is null;
  return found;
end $$;

-- No row when the session has ended.
create function identity.session_info(p_token_hash bytea)
returns table (person_id uuid, person_name text, email text, membership_id uuid, party_id uuid,
               party_kind text, party_name text, unit_id uuid, role text, kind text,
               expires_at timestamptz, other_roles integer)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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
       and p.status in ('active', 'leaving');
end $$;

-- Every other session of the person ends.
create function identity.set_password_hash(p_person_id uuid, p_hash text, p_keep_token_hash bytea)
returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into identity.credential (person_id, password_hash) values (p_person_id, p_hash)
  on conflict on constraint credential_key
    do update set password_hash = excluded.password_hash, changed_at = now();
  update identity.session set ended_at = clock_timestamp()
   where person_id = p_person_id and ended_at is null
     and token_hash is distinct from p_keep_token_hash;
end $$;

-- The people who act, or have acted, for the party of this transaction: for names beside answers.
create function identity.colleagues()
returns table (person_id uuid, person_name text, role text, "position" text, unit_id uuid,
               is_current boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The whole profile of the party of this transaction; a board reads its own area only here.
create function tenancy.own_profile() returns setof tenancy.party_profile
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    select f.* from tenancy.party_profile f
     where f.party_id
           = app.sealed_party(split_part(current_setting('onereturn.scope', true), '|', 1));
end $$;

-- What the verification page shows; one row or none.
create function directory.verify_receipt(p_code_hash bytea)
returns table (board_name text, received_on date, version_no integer, return_hash bytea, state text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select r.board_name::text, r.received_on, r.version_no::integer, r.return_hash::bytea, r.state::text
    from directory.receipt r where r.code_hash = p_code_hash;
$$;

-- Joining, by consent. The board learns nothing from inviting; the agency makes the connection.
create function tenancy.invite(p_entry_id uuid, p_code_hash bytea, p_lifetime interval) returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into tenancy.invitation (code_hash, board_id, entry_id, expires_at)
  values (p_code_hash, app.sealed_party('board'), p_entry_id,
          now() + least(p_lifetime, interval '90 days'));
$$;

-- Answers the board and its register entry; no row when the code is unknown, used or too old.
create function tenancy.accept_invitation(p_code_hash bytea)
returns table (board_id uuid, board_name text, entry_id uuid)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

grant usage on schema identity to auth;
grant execute on function identity.sign_in_look_up(text, text), identity.sign_in_failed(text, text),
  identity.sign_in_succeeded(uuid), identity.memberships_of(uuid),
  identity.begin_session(bytea, uuid, uuid, text, interval, bytea), identity.end_session(bytea),
  identity.session_info(bytea), identity.set_password_hash(uuid, text, bytea) to auth;
grant execute on function identity.colleagues() to scope_board, scope_agency;
grant usage on schema directory to gateway;
grant execute on function directory.verify_receipt(bytea) to gateway;
grant execute on function tenancy.own_profile() to scope_board, scope_agency;
grant execute on function tenancy.invite(uuid, bytea, interval) to scope_board;
grant execute on function tenancy.accept_invitation(bytea) to scope_agency;
