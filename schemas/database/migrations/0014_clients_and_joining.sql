-- Programs of an agency (ADR 0024), calendar addresses (ADR 0025), joining by consent (ADR 0026).

-- A program acts as a person of its own, so that each row it writes says by whom. It belongs to one
-- agency and never signs in: it buys short sessions with its secret.
create table identity.client (
  client_id uuid not null default gen_random_uuid(),
  party_id uuid not null,
  person_id uuid not null,
  name app.line not null,
  scopes text[] not null,
  issued_by uuid not null,
  issued_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by uuid,
  last_token_at timestamptz,
  constraint client_key primary key (client_id),
  constraint client_person_once unique (person_id),
  constraint client_party foreign key (party_id) references tenancy.party,
  constraint client_person foreign key (person_id) references identity.person,
  constraint client_issued_by foreign key (issued_by) references identity.person,
  constraint client_revoked_by foreign key (revoked_by) references identity.person,
  constraint client_scopes_few check (cardinality(scopes) between 1 and 5),
  constraint client_scopes_known check (scopes <@ array['questions:read', 'answers:write',
    'evidence:write', 'submit', 'deliveries:read']),
  constraint client_revoked_whole check ((revoked_at is null) = (revoked_by is null))
);
create index client_by_party on identity.client (party_id, issued_at);

-- A secret is 32 random bytes: its digest needs no salt and no slow hash.
create table identity.client_secret (
  client_id uuid not null,
  secret_hash app.sha256 not null,
  issued_by uuid not null,
  issued_at timestamptz not null default now(),
  ends_at timestamptz,
  constraint client_secret_key primary key (client_id, secret_hash),
  constraint client_secret_client foreign key (client_id) references identity.client,
  constraint client_secret_issued_by foreign key (issued_by) references identity.person
);

-- An authoriser's word that a program may send copies in their name, until it ends.
create table identity.client_consent (
  consent_id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  membership_id uuid not null,
  program_membership_id uuid not null,
  name app.line not null,
  position app.line not null,
  statement app.paragraph not null,
  given_at timestamptz not null default now(),
  ends_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint client_consent_key primary key (consent_id),
  constraint client_consent_client foreign key (client_id) references identity.client,
  constraint client_consent_membership foreign key (membership_id) references identity.membership,
  constraint client_consent_program foreign key (program_membership_id) references identity.membership,
  constraint client_consent_ends_later check (ends_at > given_at)
);
create unique index client_consent_one_open on identity.client_consent (client_id)
  where withdrawn_at is null;

-- A session that may do less than its role: a program's, a calendar's. Null: all that the role may.
alter table identity.session add column client_id uuid;
alter table identity.session add column scopes text[];
alter table identity.session add constraint session_client
  foreign key (client_id) references identity.client;
alter table identity.session add constraint session_scopes_few check (cardinality(scopes) <= 5);
create index session_by_client on identity.session (client_id, expires_at)
  where client_id is not null and ended_at is null;

-- The party of this transaction, for somebody in that role; OR001 for everybody else.
create function identity.acting_as(p_role text) returns uuid
language plpgsql stable security invoker
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := app.sealed_party('agency');
begin
  if app.role() is distinct from p_role then
    raise exception 'this role may not do that' using errcode = 'OR001';
  end if;
  return v_party;
end $$;

create function identity.issue_client(
  p_client_id uuid, p_name text, p_scopes text[], p_secret_hash bytea) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- A new secret; the ones before it end after p_overlap. False when there is no such open program.
create function identity.rotate_client(p_client_id uuid, p_secret_hash bytea, p_overlap interval)
returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

create function identity.revoke_client(p_client_id uuid) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The programs of the agency of this transaction, for those who lead or authorise.
create function identity.clients()
returns table (client_id uuid, name text, scopes text[], issued_by text, issued_at timestamptz,
               revoked_at timestamptz, last_token_at timestamptz, old_secret_ends_at timestamptz,
               consent_name text, consent_position text, consent_given_at timestamptz,
               consent_ends_at timestamptz, consent_is_mine boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The program sends in this authoriser's name from now on. False when there is no open program that
-- may submit at all.
create function identity.agree_to_submit(
  p_client_id uuid, p_position text, p_statement text, p_lifetime interval) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

create function identity.end_consent(p_client_id uuid) returns boolean
language plpgsql security invoker
set search_path = pg_catalog, pg_temp
as $$
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

-- Any lead or authoriser of the agency may end it; giving is the authoriser's alone.
create function identity.withdraw_consent(p_client_id uuid) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := app.sealed_party('agency');
begin
  if app.role() not in ('lead', 'authoriser') then
    raise exception 'this role may not do that' using errcode = 'OR001';
  end if;
  perform from identity.client c where c.client_id = p_client_id and c.party_id = v_party for update;
  return found and identity.end_consent(p_client_id);
end $$;

-- In whose name the program of this transaction may send: no row for a person, name null for a
-- program that nobody vouches for at this moment.
create function identity.authority_to_submit()
returns table (program text, name text, "position" text, statement text, given_at timestamptz)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- Counts one failure and answers until when that value is locked. Twenty for a program and sixty
-- for a network address within a quarter of an hour lock it for as long again.
create function identity.count_client_failure(p_kind text, p_value text, p_limit integer)
returns timestamptz
language sql security invoker
set search_path = pg_catalog, pg_temp
as $$
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

-- A short session for a program. outcome: ok, locked, unknown (program or secret, told alike), scope
-- (not the program's, or signing together with writing), consent (nobody vouches), many (sixty open).
create function identity.begin_client_session(
  p_client text, p_secret_hash bytea, p_address text, p_scopes text[], p_token_hash bytea,
  p_lifetime interval, out outcome text, out granted text[])
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- What a session may do of what its role may; null for all of it. For the table of routes.
create function identity.session_scopes(p_token_hash bytea) returns text[]
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select s.scopes from identity.session s where s.token_hash = p_token_hash;
$$;

grant execute on function identity.issue_client(uuid, text, text[], bytea),
  identity.rotate_client(uuid, bytea, interval), identity.revoke_client(uuid), identity.clients(),
  identity.agree_to_submit(uuid, text, text, interval), identity.withdraw_consent(uuid),
  identity.authority_to_submit() to scope_agency;
grant execute on function identity.begin_client_session(text, bytea, text, text[], bytea, interval)
  to auth;
grant execute on function identity.session_scopes(bytea) to gateway;

-- Programs are not colleagues: they have a page of their own.
create or replace function identity.colleague_list()
returns table (membership_id uuid, person_id uuid, person_name text, email text, role text,
               "position" text, unit_id uuid, standards text[], from_at timestamptz, to_at timestamptz)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- A calendar's secret address is a session that may read the dates of one membership and nothing
-- else: it ends with the membership. Made and ended by the person's own session.
create function identity.begin_calendar(p_own_token_hash bytea, p_token_hash bytea) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

create function identity.end_calendar(p_own_token_hash bytea) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update identity.session c set ended_at = clock_timestamp()
    from identity.session s
   where s.token_hash = p_own_token_hash and s.ended_at is null and s.scopes is null
     and s.expires_at > clock_timestamp()
     and c.membership_id = s.membership_id and c.scopes = array['calendar'] and c.ended_at is null;
  return found;
end $$;

-- Since when this membership has a calendar's address; null when it has none.
create function identity.calendar_since(p_own_token_hash bytea) returns timestamptz
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select max(c.started_at) from identity.session s
    join identity.session c on c.membership_id = s.membership_id and c.scopes = array['calendar']
     and c.ended_at is null and c.expires_at > now()
   where s.token_hash = p_own_token_hash and s.ended_at is null;
$$;

-- What an invitation to join was for, kept beside its link, so that whoever opens it reads who asks.
-- Not a key to the link, which goes earlier.
create table tenancy.join_request (
  link_id uuid not null,
  board_id uuid not null,
  entry_id uuid not null,
  organisation_id uuid,
  name app.line not null,
  asked_at timestamptz not null default now(),
  room_id uuid,
  room_membership_id uuid,
  agency_id uuid,
  constraint join_request_key primary key (link_id),
  constraint join_request_board foreign key (board_id) references tenancy.party,
  constraint join_request_organisation foreign key (organisation_id) references directory.organisation,
  constraint join_request_room foreign key (room_id) references tenancy.party,
  constraint join_request_room_lead foreign key (room_membership_id) references identity.membership,
  constraint join_request_agency foreign key (agency_id) references tenancy.party
);
create index join_request_by_board on tenancy.join_request (board_id, entry_id);

create function tenancy.note_join(p_link_id uuid, p_entry_id uuid, p_name text, p_organisation_id uuid)
returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := app.sealed_party('board');
begin
  delete from tenancy.join_request where asked_at < now() - interval '1 year';
  if not exists (select from identity.link l where l.link_id = p_link_id and l.purpose = 'join'
                    and l.party_id = v_board and l.ref = p_entry_id) then
    raise exception 'there is no such invitation' using errcode = 'OR004';
  end if;
  insert into tenancy.join_request (link_id, board_id, entry_id, organisation_id, name)
  values (p_link_id, v_board, p_entry_id, p_organisation_id, p_name);
end $$;

-- When the board of this transaction asked, for each of its entries; never what became of it.
create function tenancy.joins_asked() returns table (entry_id uuid, asked_at timestamptz)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := app.sealed_party('board');
begin
  return query
    select j.entry_id, max(j.asked_at) from tenancy.join_request j
     where j.board_id = v_board group by j.entry_id;
end $$;

-- For whoever opened the mailed address. One row or none. has_account is about the mailbox that the
-- holder of the address has shown to be theirs.
create function tenancy.read_join(p_token_hash bytea)
returns table (board_name text, name text, email text, has_account boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    select f.name::text, j.name::text, l.email::text,
           exists (select from identity.person n where n.email = lower(l.email))
      from identity.link l
      join tenancy.join_request j on j.link_id = l.link_id
      join tenancy.party_profile f on f.party_id = j.board_id
     where l.link_id = identity.good_link(p_token_hash, 'join');
end $$;

-- A room of their own for whoever was invited: the party, its profile, its lead (who may sign too).
-- With the session of somebody who is signed in it becomes theirs; without one it needs a mailbox
-- that has no account yet. The same invitation opens one room. No row when it cannot be done.
create function tenancy.open_room(
  p_token_hash bytea, p_own_token_hash bytea, p_person_name text, p_position text, p_room_name text,
  p_signs boolean)
returns table (party_id uuid, person_id uuid, membership_id uuid)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The lead of a room connects it to the board that asked. The invitation is used up; the board's side
-- is told by a job. No row when the invitation is not good.
create function tenancy.accept_join(p_token_hash bytea) returns table (board_id uuid, board_name text)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_agency uuid := identity.acting_as('lead');
  v_link uuid;
  v_join tenancy.join_request;
begin
  update identity.link l set used_at = clock_timestamp()
   where l.link_id = identity.good_link(p_token_hash, 'join') and l.used_at is null
  returning l.link_id into v_link;
  update tenancy.join_request j set agency_id = v_agency
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

-- The board's side of joining: its entry points to the room, and so do the requests that waited.
create function app.finish_join(p_job_id uuid, p_fence bigint) returns void
language plpgsql security invoker
as $$
declare
  v_job record := identity.enter_job(p_job_id, p_fence);
begin
  update tenant.register_entry e set agency_id = v_job.source_tenant
   where e.tenant_id = v_job.party_id and e.entry_id = v_job.source_ref and e.agency_id is null;
  update tenant.request q set agency_id = v_job.source_tenant, unit_id = v_job.source_tenant
   where q.tenant_id = v_job.party_id and q.entry_id = v_job.source_ref and q.agency_id is null;
  insert into tenant.audit_entry (tenant_id, role, job_id, what, subject_kind, subject_ref, facts)
  values (v_job.party_id, 'job', p_job_id, 'register.joined', 'register_entry',
          v_job.source_ref::text, '{}');
  perform jobs.finish(p_job_id, p_fence);
end $$;

grant execute on function identity.begin_calendar(bytea, bytea), identity.end_calendar(bytea),
  identity.calendar_since(bytea), tenancy.read_join(bytea),
  tenancy.open_room(bytea, bytea, text, text, text, boolean) to auth;
grant usage on schema tenancy to auth;
grant execute on function tenancy.note_join(uuid, uuid, text, uuid), tenancy.joins_asked()
  to scope_board;
grant execute on function tenancy.accept_join(bytea) to scope_agency;
grant execute on function app.finish_join(uuid, bigint) to worker;
