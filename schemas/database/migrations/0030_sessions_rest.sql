-- A browser that was left alone: after an hour without a request (a board, the operator, the nation) or four
-- (an agency, whose people write over days, and from a mailbox of their own) it has to sign in again. Programs
-- and calendars have no such hour; their tokens end by themselves.
alter table identity.session add column seen_at timestamptz not null default clock_timestamp();

create function identity.has_rested(p_kind text, p_party_kind text, p_seen_at timestamptz) returns boolean
language sql stable
as $$
  select p_kind = 'browser'
     and p_seen_at < now() - case p_party_kind when 'agency' then interval '4 hours' else interval '1 hour' end
$$;
revoke all on function identity.has_rested(text, text, timestamptz) from public;

create or replace function identity.look_up_session(
  p_token_hash bytea,
  out scope text, out seal text, out party_id uuid, out party_kind text, out party_name text,
  out person_id uuid, out person_name text, out unit_id uuid, out role text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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
  scope := scope || '|' || party_id || '|' || person_id || '|' || coalesce(unit_id::text, '')
           || '|' || role || '|||||';
  select k.key into strict v_key from app.seal_key k;
  seal := encode(sha256(v_key || convert_to(scope, 'UTF8') || int4send(pg_backend_pid())
                        || timestamptz_send(transaction_timestamp()) || v_key), 'hex');
end $$;

create or replace function identity.session_info(p_token_hash bytea)
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
       and p.status in ('active', 'leaving')
       and not identity.has_rested(s.kind, p.kind, s.seen_at);
end $$;

-- That session was used just now. One that has rested too long stays over. At most one write a minute.
create function identity.note_use(p_token_hash bytea) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update identity.session s set seen_at = clock_timestamp()
    from tenancy.party p
   where s.token_hash = p_token_hash and p.party_id = s.party_id and s.ended_at is null
     and s.seen_at < clock_timestamp() - interval '1 minute'
     and not identity.has_rested(s.kind, p.kind, s.seen_at);
end $$;
revoke all on function identity.note_use(bytea) from public;
grant execute on function identity.note_use(bytea) to gateway;
