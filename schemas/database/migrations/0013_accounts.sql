-- Accounts: links by mail, the second factor, colleagues, sessions, and mail to be sent.
-- Nobody reads these tables; each login has its functions. A secret that goes out by mail is made by
-- the worker in the moment of sending: the database only ever has its digest.

-- What a secret in somebody's mailbox, or in the cookie of somebody half-way through, is good for.
create table identity.link (
  link_id uuid not null default gen_random_uuid(),
  purpose app.code not null,
  person_id uuid,
  party_id uuid,
  ref uuid,
  email app.line not null default '',
  digest app.sha256,
  next_path app.line not null default '',
  lifetime interval not null,
  asked_at timestamptz not null default now(),
  expires_at timestamptz,
  tries integer not null default 0,
  used_at timestamptz,
  constraint link_key primary key (link_id),
  constraint link_person foreign key (person_id) references identity.person,
  constraint link_party foreign key (party_id) references tenancy.party,
  constraint link_purpose check (purpose in
    ('sign_in', 'password', 'half_way', 'colleague', 'email_change', 'signing', 'join')),
  constraint link_lifetime check (lifetime > interval '0' and lifetime <= interval '90 days')
);
create index link_by_person on identity.link (person_id, purpose);

-- Each try to send a mail makes a new secret, and all of them work: a mail may arrive twice.
create table identity.link_token (
  token_hash app.sha256 not null,
  link_id uuid not null,
  constraint link_token_key primary key (token_hash),
  constraint link_token_link foreign key (link_id) references identity.link
);
create index link_token_by_link on identity.link_token (link_id);

-- Mail that waits, and that it went. Without an address: somebody unknown was asked about, who must
-- cost the same work. What it is about is wiped when it has gone.
create table identity.mail (
  mail_id uuid not null default gen_random_uuid(),
  party_id uuid,
  kind app.code not null,
  email app.line,
  fields app.document not null default '{}',
  link_id uuid,
  queued_at timestamptz not null default now(),
  tries integer not null default 0,
  closed_at timestamptz,
  refused app.line not null default '',
  constraint mail_key primary key (mail_id),
  constraint mail_party foreign key (party_id) references tenancy.party,
  constraint mail_link foreign key (link_id) references identity.link,
  constraint mail_address_shape check
    (email ~ '^[^[:space:][:cntrl:]<>,;@]+@[^[:space:][:cntrl:]<>,;@]+$')
);
create index mail_by_link on identity.mail (link_id);

create table identity.second_factor (
  person_id uuid not null,
  secret bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  constraint second_factor_key primary key (person_id),
  constraint second_factor_person foreign key (person_id) references identity.person,
  constraint second_factor_secret_length check (octet_length(secret) = 20)
);

create table identity.recovery_code (
  person_id uuid not null,
  code_hash app.sha256 not null,
  made_at timestamptz not null default now(),
  used_at timestamptz,
  constraint recovery_code_key primary key (person_id, code_hash),
  constraint recovery_code_person foreign key (person_id) references identity.second_factor
);

alter table identity.membership add column standards text[],
  add constraint membership_standards_few check (cardinality(standards) between 1 and 50);

create table identity.colleague_invitation (
  invitation_id uuid not null default gen_random_uuid(),
  party_id uuid not null,
  link_id uuid not null,
  email app.line not null,
  name app.line not null,
  role app.code not null,
  "position" app.line not null default '',
  unit_id uuid,
  standards text[],
  invited_by uuid not null,
  invited_at timestamptz not null default now(),
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  constraint colleague_invitation_key primary key (invitation_id),
  constraint colleague_invitation_party foreign key (party_id) references tenancy.party,
  constraint colleague_invitation_link foreign key (link_id) references identity.link,
  constraint colleague_invitation_by foreign key (invited_by) references identity.person,
  constraint colleague_invitation_role check (role in ('contributor', 'lead', 'authoriser')),
  constraint colleague_invitation_standards_few check (cardinality(standards) between 1 and 50)
);
create index colleague_invitation_by_party on identity.colleague_invitation (party_id);
create index colleague_invitation_by_link on identity.colleague_invitation (link_id);

alter table identity.session
  add column session_id uuid not null default gen_random_uuid(),
  add column device app.line not null default '',
  add column two_factor boolean not null default false,
  add constraint session_id_once unique (session_id);

-- A mail's job belongs to the service, like the tables above; nobody else announces it.
update jobs.kind set announced_from = 'system', runs_as = 'system' where kind = 'send_mail';

-- Helpers: run inside the functions below, as the owner, and executable by nobody.

-- Counts one use within a quarter of an hour. False when that was one too many.
create function identity.count_use(p_kind text, p_value text, p_most integer) returns boolean
language plpgsql security invoker
set search_path = pg_catalog, pg_temp
as $$
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

-- Whoever acts for a board, the operator or the nation signs in with a password and a code.
create function identity.needs_second_factor(p_person_id uuid) returns boolean
language sql stable security invoker
set search_path = pg_catalog, pg_temp
as $$
  select exists (select from identity.membership m join tenancy.party p on p.party_id = m.party_id
                  where m.person_id = p_person_id and p.kind <> 'agency'
                    and (m.to_at is null or m.to_at > now()));
$$;

create function identity.post(
  p_party_id uuid, p_kind text, p_email text, p_fields jsonb, p_link_id uuid default null)
returns uuid
language plpgsql security invoker
set search_path = pg_catalog, pg_temp
as $$
declare
  v_mail uuid;
begin
  insert into identity.mail (party_id, kind, email, fields, link_id)
  values (p_party_id, p_kind, p_email, p_fields::text, p_link_id)
  returning mail_id into v_mail;
  insert into jobs.job (kind, scope, source_ref) values ('send_mail', 'system', v_mail);
  return v_mail;
end $$;

-- The link whose secret was shown, while it is good.
create function identity.good_link(p_token_hash bytea, p_purpose text) returns uuid
language sql stable security invoker
set search_path = pg_catalog, pg_temp
as $$
  select l.link_id from identity.link_token t join identity.link l on l.link_id = t.link_id
    left join identity.person n on n.person_id = l.person_id
   where t.token_hash = p_token_hash and l.purpose = p_purpose
     and l.used_at is null and l.expires_at > clock_timestamp() and n.disabled_at is null;
$$;

-- The party of this transaction, for its lead alone.
create function identity.led_agency() returns uuid
language plpgsql stable security invoker
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := app.sealed_party('agency');
begin
  if app.role() <> 'lead' or app.unit() is distinct from null then
    raise exception 'this is for the lead of the whole agency' using errcode = 'OR001';
  end if;
  return v_party;
end $$;

-- The login auth: links.

-- An address of mail was typed to be sent a link to sign in or to make a password. Does the same work
-- for somebody unknown. False when this address, or the network address, has asked too often.
create function identity.ask_link(p_purpose text, p_email text, p_address text, p_next text)
returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- What a link is good for, without using it up: for the page with the button. One row or none.
create function identity.read_link(p_token_hash bytea, p_purpose text)
returns table (link_id uuid, person_id uuid, person_name text, email text, party_id uuid, ref uuid,
               next_path text, tries integer)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    select l.link_id, l.person_id, n.display_name::text, coalesce(nullif(l.email, ''), n.email)::text,
           l.party_id, l.ref, l.next_path::text, l.tries
      from identity.link l left join identity.person n on n.person_id = l.person_id
     where l.link_id = identity.good_link(p_token_hash, p_purpose);
end $$;

-- The same, and it is used up. Of two who press at once, one gets the row.
create function identity.use_link(p_token_hash bytea, p_purpose text)
returns table (link_id uuid, person_id uuid, person_name text, email text, party_id uuid, ref uuid,
               next_path text, tries integer)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The first factor was right: what the browser holds until the second one is.
create function identity.begin_half_way(p_token_hash bytea, p_person_id uuid, p_next text)
returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  with made as (
    insert into identity.link (purpose, person_id, next_path, lifetime, expires_at)
    values ('half_way', p_person_id, p_next, interval '15 minutes',
            clock_timestamp() + interval '15 minutes')
    returning link_id)
  insert into identity.link_token (token_hash, link_id) select p_token_hash, link_id from made;
$$;

-- The login auth: the second factor.

-- One row always: whether it is needed, and what there is of it.
create function identity.second_factor_of(p_person_id uuid)
returns table (needed boolean, confirmed boolean, secret bytea, last_step bigint, codes_left integer,
               has_password boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    select identity.needs_second_factor(p_person_id), coalesce(f.confirmed_at is not null, false),
           f.secret, coalesce(f.last_step, 0),
           (select count(*)::integer from identity.recovery_code r
             where r.person_id = p_person_id and r.used_at is null),
           exists (select from identity.credential c where c.person_id = p_person_id)
      from (values (true)) as always left join identity.second_factor f on f.person_id = p_person_id;
end $$;

-- A secret to enrol with. One that is confirmed already stays; answers which one holds.
create function identity.offer_second_factor(p_person_id uuid, p_secret bytea) returns bytea
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into identity.second_factor as f (person_id, secret) values (p_person_id, p_secret)
  on conflict on constraint second_factor_key do update set secret = f.secret
  returning secret;
$$;

-- The first code was right: from now on it is asked for. The recovery codes are all new.
create function identity.confirm_second_factor(p_person_id uuid, p_step bigint, p_code_hashes bytea[])
returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- A code counts once: false when its step, or a later one, was taken before.
create function identity.take_step(p_person_id uuid, p_step bigint) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update identity.second_factor set last_step = p_step
   where person_id = p_person_id and confirmed_at is not null and last_step < p_step;
  return found;
end $$;

create function identity.take_recovery_code(p_person_id uuid, p_code_hash bytea) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update identity.recovery_code set used_at = clock_timestamp()
   where person_id = p_person_id and code_hash = p_code_hash and used_at is null;
  return found;
end $$;

-- A try at a code. False after eight within a quarter of an hour.
create function identity.count_code_try(p_person_id uuid) returns boolean
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  select identity.count_use('code', p_person_id::text, 8);
$$;

-- The login auth: sessions.

-- As begin_session for a browser, with what a person sees in the list of their sessions. For a party
-- that needs the second factor it raises OR005 unless it was given, now or for the session replaced.
create function identity.begin_checked_session(
  p_token_hash bytea, p_person_id uuid, p_membership_id uuid, p_lifetime interval, p_replaces bytea,
  p_device text, p_two_factor boolean)
returns timestamptz
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The open sessions of this session's person.
create function identity.sessions_of(p_token_hash bytea)
returns table (session_id uuid, started_at timestamptz, expires_at timestamptz, device text, kind text,
               party_name text, role text, is_this boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- Ends one other session of the same person, or with null all others. Answers how many.
create function identity.end_sessions_elsewhere(p_token_hash bytea, p_session_id uuid)
returns integer
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The login auth: the own account.
create function identity.account_of(p_token_hash bytea)
returns table (person_id uuid, person_name text, email text, password_hash text,
               has_second_factor boolean, needs_second_factor boolean, two_factor boolean,
               codes_left integer)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    select i.person_id, i.person_name, i.email, c.password_hash::text, f.confirmed, f.needed,
           s.two_factor, f.codes_left
      from identity.session_info(p_token_hash) i
      join identity.session s on s.token_hash = p_token_hash
      left join identity.credential c on c.person_id = i.person_id
     cross join lateral identity.second_factor_of(i.person_id) f;
end $$;

-- Mails a link to the new address; to one that is somebody's already it mails that, and says nothing
-- here. False when asked too often.
create function identity.ask_email_change(p_token_hash bytea, p_email text) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_person record;
  v_link uuid;
  v_taken boolean;
begin
  select i.person_id, i.person_name into strict v_person from identity.session_info(p_token_hash) i;
  if not identity.count_use('email change', v_person.person_id::text, 5) then
    return false;
  end if;
  v_taken := exists (select from identity.person n where n.email = lower(p_email));
  insert into identity.link (purpose, person_id, email, lifetime)
  values ('email_change', v_person.person_id, lower(p_email), interval '1 hour')
  returning link_id into v_link;
  perform identity.post(null, case when v_taken then 'email_taken' else 'email_change' end,
    lower(p_email), jsonb_build_object('name', case when not v_taken then v_person.person_name end),
    case when not v_taken then v_link end);
  return true;
end $$;

-- The button under that link. Tells the old address. False when the link is over or the address has
-- become somebody's meanwhile.
create function identity.change_email(p_token_hash bytea) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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
     and l.purpose in ('sign_in', 'password', 'email_change');
  perform identity.post(null, 'email_changed', v_old, jsonb_build_object('name', v_link.person_name));
  return true;
end $$;

-- A code by mail, to confirm a signature. The digest says what is signed. False when too often.
create function identity.ask_signing_code(p_token_hash bytea, p_digest bytea, p_copies integer)
returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- True for the right code, again too, since what it confirms is done once only. Five wrong ones end it.
create function identity.confirm_signing(p_token_hash bytea, p_digest bytea, p_code_hash bytea)
returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The login auth: whoever was invited by a lead.
create function identity.read_colleague_invitation(p_token_hash bytea)
returns table (party_name text, invited_by text, name text, email text, role text, "position" text,
               is_known boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    select f.name::text, b.display_name::text, i.name::text, i.email::text, i.role::text,
           i.position::text, exists (select from identity.person n where n.email = i.email)
      from identity.colleague_invitation i
      join tenancy.party_profile f on f.party_id = i.party_id
      join identity.person b on b.person_id = i.invited_by
     where i.link_id = identity.good_link(p_token_hash, 'colleague')
       and i.accepted_at is null and i.withdrawn_at is null;
end $$;

-- Makes the person, unless the address is somebody's, and the membership. One row, or none when the
-- invitation is over.
create function identity.accept_colleague_invitation(
  p_token_hash bytea, p_name text, p_position text)
returns table (person_id uuid, membership_id uuid)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The lead of an agency.

-- Raises colleague_is_here for an address that acts in that role and place already.
create function identity.invite_colleague(
  p_email text, p_name text, p_role text, p_position text, p_unit_id uuid, p_standards text[])
returns uuid
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := identity.led_agency();
  v_invitation uuid := gen_random_uuid();
  v_link uuid;
begin
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

create function identity.withdraw_invitation(p_invitation_id uuid) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := identity.led_agency();
begin
  update identity.colleague_invitation i set withdrawn_at = now()
   where i.invitation_id = p_invitation_id and i.party_id = v_party
     and i.accepted_at is null and i.withdrawn_at is null;
  return found;
end $$;

-- Open invitations: whether the mail has gone, was refused, or the link in it is over.
create function identity.open_invitations()
returns table (invitation_id uuid, email text, name text, role text, "position" text, unit_id uuid,
               standards text[], invited_at timestamptz, expires_at timestamptz, mail_refused text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

create function identity.colleague_list()
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
     order by n.display_name, m.role, m.from_at;
end $$;

-- Raises last_lead when nobody would lead the whole agency any more.
create function identity.keep_a_lead(p_party_id uuid, p_leaving uuid) returns void
language plpgsql security invoker
set search_path = pg_catalog, pg_temp
as $$
begin
  perform 1 from identity.membership m where m.party_id = p_party_id and m.role = 'lead' for update;
  if not exists (select from identity.membership m
                  where m.party_id = p_party_id and m.role = 'lead' and m.unit_id is null
                    and m.membership_id <> p_leaving and (m.to_at is null or m.to_at > now())) then
    raise exception 'somebody must lead, constraint "last_lead"'
      using errcode = '23514', constraint = 'last_lead';
  end if;
end $$;

-- The old membership ends and a new one begins, so that what was allowed when stays known. Open
-- sessions go on with the new rights. Null when it is no colleague's.
create function identity.change_colleague(
  p_membership_id uuid, p_role text, p_position text, p_unit_id uuid, p_standards text[])
returns uuid
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- Sessions end at once; what the person wrote stays, with their name. False when no colleague's.
create function identity.remove_colleague(p_membership_id uuid) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The standards that whoever acts in this transaction may write; null: all.
create function identity.my_standards() returns text[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := app.sealed_party('agency');
begin
  return (select m.standards from identity.membership m
           where m.party_id = v_party and m.person_id = app.person() and m.role = app.role()
             and m.unit_id is not distinct from app.unit()
             and m.from_at <= clock_timestamp() and (m.to_at is null or m.to_at > clock_timestamp())
           order by m.from_at desc limit 1);
end $$;

-- Whether that is so for this requirement. Asked at each save of a contributor.
create function identity.may_write(p_requirement_code text) returns boolean
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_standards text[] := identity.my_standards();
begin
  return v_standards is null or exists (select from catalogue.requirement r
    where r.requirement_code = p_requirement_code and r.standard = any (v_standards));
end $$;

-- The save of an answer asks it too: what it was before, with this one refusal more.
do $$
declare
  v_function regprocedure := (select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                               where n.nspname = 'app' and p.proname = 'save_answer');
  v_place text := '  if p_expected_version = 0 then';
  v_text text := pg_get_functiondef(v_function);
begin
  if position(v_place in v_text) = 0 then
    raise exception 'app.save_answer is not what this change was written for';
  end if;
  execute overlay(v_text placing
    '  if v_actor.role = ''contributor'' and not identity.may_write(p_requirement_code) then' || e'\n'
    || '    raise exception ''not among one''''s standards, constraint "answer_standard"'' using errcode = ''23514'',' || e'\n'
    || '      constraint = ''answer_standard'';' || e'\n'
    || '  end if;' || e'\n\n' || v_place
    from position(v_place in v_text) for length(v_place));
end $$;

-- Mail of an agency or a board, from inside its transaction.
create function identity.queue_mail(p_kind text, p_email text, p_names text[], p_values text[])
returns uuid
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_scope text := split_part(current_setting('onereturn.scope', true), '|', 1);
  v_party uuid := app.sealed_party(v_scope);
begin
  return identity.post(v_party, p_kind, p_email, jsonb_object(p_names, p_values));
end $$;

-- A mail with a link that opens for whoever reads it, once. Only an invitation to join may be made
-- so: every other link is somebody's way into an account.
create function identity.queue_link_mail(
  p_kind text, p_email text, p_names text[], p_values text[], p_purpose text, p_ref uuid,
  p_lifetime interval)
returns uuid
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The worker. A job of another worker by now raises OR003.

-- What to send; the digests of a new token and a new code are noted when the mail has a link. The
-- address is null when there is nothing to send any more.
create function identity.take_mail(
  p_job_id uuid, p_fence bigint, p_token_hash bytea, p_code_hash bytea)
returns table (mail_id uuid, kind text, email text, fields text, link_id uuid, queued_at timestamptz,
               tries integer)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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
     and (l.purpose not in ('sign_in', 'password', 'signing', 'email_change')
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

-- It went, or was refused for good: the job is done, and what it was about is wiped.
create function identity.close_mail(p_job_id uuid, p_fence bigint, p_refused text) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update identity.mail m set closed_at = clock_timestamp(), fields = '{}', refused = left(p_refused, 300)
    from jobs.job j where m.mail_id = j.source_ref and j.job_id = p_job_id and j.fence = p_fence;
  perform jobs.finish(p_job_id, p_fence);
end $$;

-- The world is away: the job waits without a try being counted against it. False when another worker
-- holds it by now.
create function jobs.postpone(p_job_id uuid, p_fence bigint, p_delay interval, p_reason text)
returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update jobs.job set state = 'waiting', lease_until = null, tries = greatest(tries - 1, 0),
         not_before = clock_timestamp() + p_delay, reason = left(p_reason, 300)
   where job_id = p_job_id and fence = p_fence and state = 'running';
  return found;
end $$;

-- Removes what has outlived its retention. An account does not: people come back after two years.
create function identity.housekeep() returns bigint
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The operator.

-- A lost device: the next sign-in enrols a new one. Sessions end, and the person is told.
create function operator.reset_second_factor(p_person_id uuid) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  delete from identity.recovery_code where person_id = p_person_id;
  delete from identity.second_factor where person_id = p_person_id;
  update identity.session set ended_at = clock_timestamp()
   where person_id = p_person_id and ended_at is null;
  perform identity.post(null, 'second_factor_reset', n.email, jsonb_build_object('name', n.display_name))
     from identity.person n where n.person_id = p_person_id and n.disabled_at is null;
end $$;

-- For a demonstration: a person who has enrolled already.
create function operator.set_second_factor(p_person_id uuid, p_secret bytea) returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into identity.second_factor (person_id, secret, confirmed_at) values (p_person_id, p_secret, now())
  on conflict on constraint second_factor_key do nothing;
$$;

grant execute on function identity.ask_link(text, text, text, text), identity.read_link(bytea, text),
  identity.use_link(bytea, text), identity.begin_half_way(bytea, uuid, text),
  identity.second_factor_of(uuid), identity.offer_second_factor(uuid, bytea),
  identity.confirm_second_factor(uuid, bigint, bytea[]), identity.take_step(uuid, bigint),
  identity.take_recovery_code(uuid, bytea), identity.count_code_try(uuid),
  identity.begin_checked_session(bytea, uuid, uuid, interval, bytea, text, boolean),
  identity.sessions_of(bytea), identity.end_sessions_elsewhere(bytea, uuid), identity.account_of(bytea),
  identity.ask_email_change(bytea, text), identity.change_email(bytea),
  identity.ask_signing_code(bytea, bytea, integer), identity.confirm_signing(bytea, bytea, bytea),
  identity.read_colleague_invitation(bytea), identity.accept_colleague_invitation(bytea, text, text)
  to auth;
grant execute on function identity.invite_colleague(text, text, text, text, uuid, text[]),
  identity.withdraw_invitation(uuid), identity.open_invitations(), identity.colleague_list(),
  identity.change_colleague(uuid, text, text, uuid, text[]), identity.remove_colleague(uuid),
  identity.my_standards(), identity.may_write(text) to scope_agency;
grant execute on function identity.queue_mail(text, text, text[], text[]) to scope_agency, scope_board;
grant execute on function identity.queue_link_mail(text, text, text[], text[], text, uuid, interval)
  to scope_board;
grant execute on function identity.take_mail(uuid, bigint, bytea, bytea),
  identity.close_mail(uuid, bigint, text), jobs.postpone(uuid, bigint, interval, text),
  identity.housekeep() to worker, scope_system;
grant execute on function operator.reset_second_factor(uuid), operator.set_second_factor(uuid, bytea)
  to operator;
