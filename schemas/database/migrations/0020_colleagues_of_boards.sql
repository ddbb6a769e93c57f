-- The people of a board, by its manager; secrets of authenticator apps sealed; another address agreed to
-- from the present one; and a colleague's limit to some standards held for boxes and actions too (ADR 0035).

-- The people of a board.

alter table identity.colleague_invitation drop constraint colleague_invitation_role;
alter table identity.colleague_invitation add constraint colleague_invitation_role check (role in
  ('contributor', 'lead', 'authoriser', 'manager', 'chair', 'member', 'reviewer'));

-- The board of this transaction, for its manager alone.
create function identity.managed_board() returns uuid
language plpgsql stable security invoker
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := app.sealed_party('board');
begin
  if app.role() is distinct from 'manager' then
    raise exception 'this is for the manager of the board' using errcode = 'OR001';
  end if;
  return v_party;
end $$;

create function identity.check_board_role(p_role text) returns void
language plpgsql immutable security invoker
set search_path = pg_catalog, pg_temp
as $$
begin
  if p_role not in ('manager', 'chair', 'member', 'reviewer') then
    raise exception 'no such role here, constraint "membership_role"'
      using errcode = '23514', constraint = 'membership_role';
  end if;
end $$;

-- Raises colleague_is_here for an address that acts in that role already.
create function identity.invite_board_colleague(
  p_email text, p_name text, p_role text, p_position text)
returns uuid
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

create function identity.withdraw_board_invitation(p_invitation_id uuid) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := identity.managed_board();
begin
  update identity.colleague_invitation i set withdrawn_at = now()
   where i.invitation_id = p_invitation_id and i.party_id = v_party
     and i.accepted_at is null and i.withdrawn_at is null;
  return found;
end $$;

create function identity.board_invitations()
returns table (invitation_id uuid, email text, name text, role text, "position" text,
               invited_at timestamptz, expires_at timestamptz, mail_refused text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- has_codes is about signing in here, as every role of a board needs it.
create function identity.board_people()
returns table (membership_id uuid, person_id uuid, person_name text, email text, role text,
               "position" text, from_at timestamptz, to_at timestamptz, has_codes boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- Raises last_manager when nobody would manage the board any more.
create function identity.keep_a_manager(p_party_id uuid, p_leaving uuid) returns void
language plpgsql security invoker
set search_path = pg_catalog, pg_temp
as $$
begin
  perform 1 from identity.membership m where m.party_id = p_party_id and m.role = 'manager' for update;
  if not exists (select from identity.membership m join identity.person n on n.person_id = m.person_id
                  where m.party_id = p_party_id and m.role = 'manager' and n.disabled_at is null
                    and m.membership_id <> p_leaving and (m.to_at is null or m.to_at > now())) then
    raise exception 'somebody must manage, constraint "last_manager"'
      using errcode = '23514', constraint = 'last_manager';
  end if;
end $$;

-- As change_colleague. Null when it is no colleague's.
create function identity.change_board_colleague(
  p_membership_id uuid, p_role text, p_position text)
returns uuid
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- As remove_colleague.
create function identity.remove_board_colleague(p_membership_id uuid) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- What the operator's reset does, for whoever may.
create function identity.forget_second_factor(p_person_id uuid) returns void
language plpgsql security invoker
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

-- A colleague's lost phone. done; nobody: no colleague's; self: one's own is the other managers' to
-- reset; elsewhere: they act for another party that needs codes, so only the operator may; many. The
-- person and every other manager are told.
create function identity.reset_board_colleague(p_membership_id uuid) returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- Whoever was invited is asked for a password where the role needs one and there is none yet.
drop function identity.read_colleague_invitation(bytea);
create function identity.read_colleague_invitation(p_token_hash bytea)
returns table (party_name text, party_kind text, invited_by text, name text, email text, role text,
               "position" text, is_known boolean, has_password boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- Secrets of authenticator apps are sealed with a key that the service is given and the database never
-- has: nonce, text and tag are 60 bytes. Without a key's id it is one from before, 20 bytes as they are.

alter table identity.second_factor add column key_id app.code;
alter table identity.second_factor drop constraint second_factor_secret_length;
alter table identity.second_factor add constraint second_factor_secret_length
  check (octet_length(secret) = case when key_id is null then 20 else 60 end);

drop function identity.second_factor_of(uuid);
create function identity.second_factor_of(p_person_id uuid)
returns table (needed boolean, confirmed boolean, secret bytea, key_id text, last_step bigint,
               codes_left integer, has_password boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    select identity.needs_second_factor(p_person_id), coalesce(f.confirmed_at is not null, false),
           f.secret, f.key_id::text, coalesce(f.last_step, 0),
           (select count(*)::integer from identity.recovery_code r
             where r.person_id = p_person_id and r.used_at is null),
           exists (select from identity.credential c where c.person_id = p_person_id)
      from (values (true)) as always left join identity.second_factor f on f.person_id = p_person_id;
end $$;

-- One that is confirmed stays, and one that was offered before, unless its key has been replaced.
-- Answers which one holds.
drop function identity.offer_second_factor(uuid, bytea);
create function identity.offer_second_factor(p_person_id uuid, p_secret bytea, p_key_id text)
returns table (secret bytea, key_id text)
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into identity.second_factor as f (person_id, secret, key_id)
  values (p_person_id, p_secret, p_key_id)
  on conflict on constraint second_factor_key do update set
    secret = case when f.confirmed_at is null and f.key_id is distinct from excluded.key_id
                  then excluded.secret else f.secret end,
    key_id = case when f.confirmed_at is null then excluded.key_id else f.key_id end
  returning f.secret, f.key_id::text;
$$;

drop function operator.set_second_factor(uuid, bytea);
create function operator.set_second_factor(p_person_id uuid, p_secret bytea, p_key_id text) returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into identity.second_factor (person_id, secret, key_id, confirmed_at)
  values (p_person_id, p_secret, p_key_id, now())
  on conflict on constraint second_factor_key do nothing;
$$;

-- What is not sealed with this key yet, to be sealed anew by whoever has the keys.
create function operator.second_factors_to_reseal(p_key_id text)
returns table (person_id uuid, secret bytea, key_id text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select f.person_id, f.secret, f.key_id::text from identity.second_factor f
   where f.key_id is distinct from p_key_id order by f.person_id;
$$;

-- False when it has changed meanwhile.
create function operator.reseal_second_factor(
  p_person_id uuid, p_before bytea, p_secret bytea, p_key_id text) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update identity.second_factor f set secret = p_secret, key_id = p_key_id
   where f.person_id = p_person_id and f.secret = p_before;
  return found;
end $$;

create or replace function operator.reset_second_factor(p_person_id uuid) returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  select identity.forget_second_factor(p_person_id);
$$;

-- Another address. Who has typed their password is told at the present address at once; who has none
-- says yes from there first: an open session alone takes no account along.

alter table identity.link drop constraint link_purpose;
alter table identity.link add constraint link_purpose check (purpose in
  ('sign_in', 'password', 'half_way', 'colleague', 'email_leave', 'email_change', 'signing', 'join'));

-- Mails a link to the new address; to one that is somebody's already it mails that, and says nothing
-- here.
create function identity.post_email_change(p_person_id uuid, p_email text) returns void
language plpgsql security invoker
set search_path = pg_catalog, pg_temp
as $$
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

-- proved: the password was typed. True then the new address has its link, else the present one was
-- asked first. Null when asked too often.
drop function identity.ask_email_change(bytea, text);
create function identity.ask_email_change(p_token_hash bytea, p_email text, p_proved boolean)
returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The button under the link at the present address. False when the link is over.
create function identity.agree_email_change(p_token_hash bytea) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- An hour-old mail about it is dropped, and an address that has changed ends what was asked before.
do $$
declare
  v_change record;
  v_text text;
begin
  for v_change in select * from (values
      ('identity.take_mail(uuid, bigint, bytea, bytea)', '''signing'', ''email_change'')',
       '''signing'', ''email_change'', ''email_leave'')'),
      ('identity.change_email(bytea)', '(''sign_in'', ''password'', ''email_change'')',
       '(''sign_in'', ''password'', ''email_change'', ''email_leave'')')) as v (name, place, put) loop
    v_text := pg_get_functiondef(v_change.name::regprocedure);
    if position(v_change.place in v_text) = 0 then
      raise exception '% is not what this change was written for', v_change.name;
    end if;
    execute replace(v_text, v_change.place, v_change.put);
  end loop;
end $$;

-- A limit to some standards, for what is not a common answer.

-- Whether the actor may write at this place of a form: a box, an item, or a section with any item of
-- theirs. What no standard asks is not for somebody limited to some. A version of null: any.
create function app.may_write_place(p_template_code text, p_version integer, p_place text)
returns boolean
language plpgsql stable security invoker
as $$
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

-- The same for what one board has asked. What the actor does not see counts as not theirs.
create function app.may_write_box(p_board_id uuid, p_request_id uuid, p_place text) returns boolean
language plpgsql stable security invoker
as $$
begin
  return identity.my_standards() is null or exists (
    select from tenant.request q
     where q.tenant_id = p_board_id and q.request_id = p_request_id and q.agency_id = app.party()
       and app.may_write_place(q.template_code, q.template_version, p_place));
end $$;

create function app.may_write_subject(
  p_requirement_code text, p_board_id uuid, p_request_id uuid, p_item_no text) returns boolean
language plpgsql stable security invoker
as $$
begin
  return case when p_requirement_code is not null then identity.may_write(p_requirement_code)
              else app.may_write_box(p_board_id, p_request_id, p_item_no) end;
end $$;

-- An action is whoever's all of its subjects are.
create function app.may_write_commitment(p_commitment_id uuid) returns boolean
language plpgsql stable security invoker
as $$
begin
  return identity.my_standards() is null or not exists (
    select from tenant.commitment_subject s
     where s.tenant_id = app.party() and s.commitment_id = p_commitment_id
       and not app.may_write_subject(s.requirement_code, s.board_id, s.request_id, s.item_no));
end $$;

grant execute on function app.may_write_place(text, integer, text),
  app.may_write_box(uuid, uuid, text), app.may_write_subject(text, uuid, uuid, text),
  app.may_write_commitment(uuid) to scope_agency;

-- Each policy keeps its rule and gets one more.
do $$
declare
  r record;
  p record;
  v_rule text;
begin
  for r in select * from (values
    ('board_answer', 'a w', 'identity.may_write(requirement_code)'),
    ('inherited_answer', 'a w', 'identity.may_write(requirement_code)'),
    ('board_box', 'a w', 'app.may_write_box(board_id, request_id, box_no)'),
    ('promise', 'a w d', 'app.may_write_box(board_id, request_id, box_no)'),
    ('common_box', 'a w', 'app.may_write_place(template_code, null, box_no)'),
    ('commitment', 'w', 'app.may_write_commitment(commitment_id)'),
    ('commitment_subject', 'a d',
     'app.may_write_subject(requirement_code, board_id, request_id, item_no)')
  ) as v (name, verbs, rule) loop
    for p in select o.polname, o.polcmd, pg_get_expr(o.polqual, o.polrelid) as found,
                    pg_get_expr(o.polwithcheck, o.polrelid) as checked
               from pg_policy o
              where o.polrelid = ('tenant.' || r.name)::regclass
                and o.polroles = array['scope_agency'::regrole::oid]
                and o.polcmd::text = any (string_to_array(r.verbs, ' ')) loop
      v_rule := '(' || coalesce(p.checked, p.found) || ') and ' || r.rule;
      execute format('alter policy %I on tenant.%I %s', p.polname, r.name,
        case p.polcmd when 'a' then format('with check (%s)', v_rule)
                      when 'd' then format('using (%s)', v_rule)
                      else format('using (%1$s) with check (%1$s)', v_rule) end);
    end loop;
    if not found then
      raise exception 'tenant.% has no policy that this change was written for', r.name;
    end if;
  end loop;
end $$;

grant execute on function identity.invite_board_colleague(text, text, text, text),
  identity.withdraw_board_invitation(uuid), identity.board_invitations(), identity.board_people(),
  identity.change_board_colleague(uuid, text, text), identity.remove_board_colleague(uuid),
  identity.reset_board_colleague(uuid) to scope_board;
grant execute on function identity.read_colleague_invitation(bytea), identity.second_factor_of(uuid),
  identity.offer_second_factor(uuid, bytea, text), identity.ask_email_change(bytea, text, boolean),
  identity.agree_email_change(bytea) to auth;
grant execute on function operator.set_second_factor(uuid, bytea, text),
  operator.second_factors_to_reseal(text), operator.reseal_second_factor(uuid, bytea, bytea, text)
  to operator;
