-- Two rooms of one organisation become one, by agreement of both leads (ADR 0033). The rows of the room
-- that goes become the rows of the room that stays: whose they are changes, and nothing of what they say.

alter table tenancy.party add column merged_into uuid;
alter table tenancy.party add constraint party_merged_into
  foreign key (merged_into) references tenancy.party;
alter table tenancy.party drop constraint party_status;
alter table tenancy.party add constraint party_status
  check (status in ('invited', 'active', 'leaving', 'off_platform', 'merged'));
alter table tenancy.party add constraint party_merged_whole
  check ((status = 'merged') = (merged_into is not null));

-- What the lead of one room hands to the lead of the other. Good once, for seven days.
create table tenancy.merge_code (
  code_hash app.sha256 not null,
  room_id uuid not null,
  made_by uuid not null,
  counts jsonb not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint merge_code_key primary key (code_hash),
  constraint merge_code_room foreign key (room_id) references tenancy.party,
  constraint merge_code_made_by foreign key (made_by) references identity.person,
  constraint merge_code_counts_small check (pg_column_size(counts) <= 65536)
);
create index merge_code_by_room on tenancy.merge_code (room_id);

-- What each room has is counted by that room itself and kept here for the other lead to read.
create table tenancy.room_merge (
  merge_id uuid not null default gen_random_uuid(),
  stays_id uuid not null,
  goes_id uuid not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  stays_counts jsonb not null,
  goes_counts jsonb not null,
  stays_agreed_by uuid,
  stays_agreed_at timestamptz,
  goes_agreed_by uuid,
  goes_agreed_at timestamptz,
  shared_boards uuid[] not null default '{}',
  state app.code not null default 'open',
  ended_at timestamptz,
  constraint room_merge_key primary key (merge_id),
  constraint room_merge_stays foreign key (stays_id) references tenancy.party,
  constraint room_merge_goes foreign key (goes_id) references tenancy.party,
  constraint room_merge_proposed_by foreign key (proposed_by) references identity.person,
  constraint room_merge_stays_agreed_by foreign key (stays_agreed_by) references identity.person,
  constraint room_merge_goes_agreed_by foreign key (goes_agreed_by) references identity.person,
  constraint room_merge_of_two check (stays_id <> goes_id),
  constraint room_merge_state check (state in ('open', 'withdrawn', 'done')),
  constraint room_merge_ended_whole check ((state = 'open') = (ended_at is null)),
  constraint room_merge_done_by_both check
    (state <> 'done' or (stays_agreed_at is not null and goes_agreed_at is not null)),
  constraint room_merge_counts_small check
    (pg_column_size(stays_counts) <= 65536 and pg_column_size(goes_counts) <= 65536)
);
create unique index room_merge_stays_once on tenancy.room_merge (stays_id) where state = 'open';
create unique index room_merge_goes_once on tenancy.room_merge (goes_id) where state = 'open';

-- What both rooms had: the other room's words, beside those that stayed, until somebody has looked.
create table tenant.merged_answer (
  tenant_id uuid not null,
  merged_id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  kind app.code not null,
  requirement_code app.code,
  board_id uuid,
  box_no app.code,
  version app.version not null,
  level app.level,
  na_reason app.paragraph,
  describes app.paragraph not null default '',
  knows app.paragraph not null default '',
  improve app.paragraph not null default '',
  from_room app.line not null,
  merged_at timestamptz not null default now(),
  settled_by uuid,
  settled_at timestamptz,
  constraint merged_answer_key primary key (tenant_id, merged_id),
  constraint merged_answer_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint merged_answer_requirement foreign key (requirement_code) references catalogue.requirement,
  constraint merged_answer_joined foreign key (board_id, tenant_id)
    references tenancy.connection (board_id, agency_id),
  constraint merged_answer_settled_by foreign key (settled_by) references identity.person,
  constraint merged_answer_kind check (kind in ('answer', 'for_board', 'common_words')),
  constraint merged_answer_settled_whole check ((settled_by is null) = (settled_at is null))
);
alter table tenant.merged_answer enable row level security;
alter table tenant.merged_answer force row level security;
create policy merged_answer_agency_reads on tenant.merged_answer for select to scope_agency
  using (tenant_id = (select app.sealed_party('agency'))
         and unit_id = coalesce((select app.sealed_unit('agency')), unit_id));
create policy merged_answer_agency_changes on tenant.merged_answer for update to scope_agency
  using (tenant_id = (select app.sealed_party('agency'))
         and unit_id = coalesce((select app.sealed_unit('agency')), unit_id))
  with check (tenant_id = (select app.sealed_party('agency'))
              and unit_id = coalesce((select app.sealed_unit('agency')), unit_id));
grant select on tenant.merged_answer to scope_agency;
grant update (settled_by, settled_at) on tenant.merged_answer to scope_agency;

-- The two rooms of a merge that both leads have agreed to: the one that stays, the one that goes.
create function app.sealed_rooms(p_scope text) returns uuid[]
language plpgsql stable security definer parallel restricted
set search_path = pg_catalog, pg_temp
as $$
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

-- Every table whose rows a merge gives to the room that stays, and in which order, parents first. board:
-- a board's rows about the room. copied: the room that goes keeps its own. What is not here stays behind:
-- both trails, whose chains are sealed, and what is over with the session.
create function app.merge_plan()
returns table (name text, side text, unit_columns text[], key_columns text[], depth integer)
language sql stable security invoker
set search_path = pg_catalog, pg_temp
as $$
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
       and c.relname not in ('audit_entry', 'audit_seal', 'idempotency', 'presence')),
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

-- Gives the scope of a merge its rights on every table of the plan: whose a row is and the unit's place, and
-- to read no more than keys, except where both rooms may have said something. A migration that adds a
-- table of an agency calls it again at its end; repeating it changes nothing.
create procedure app.cover_merge()
language plpgsql
as $$
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
call app.cover_merge();
grant usage on schema app, tenant, tenancy, identity, catalogue to scope_merge;
grant update (version) on tenant.answer, tenant.answer_version, tenant.board_answer,
  tenant.board_answer_version, tenant.common_box, tenant.common_box_version, tenant.merged_answer
  to scope_merge;
grant select (from_version), update (from_version) on tenant.inherited_answer, tenant.inherited_box
  to scope_merge;
grant select (kind, requirement_code, version) on tenant.merged_answer to scope_merge;
grant select (board_id) on tenant.board_box to scope_merge;
create policy audit_entry_merge_adds on tenant.audit_entry for insert to scope_merge
  with check (tenant_id = any ((select app.sealed_rooms('merge'))::uuid[]));
grant insert on tenant.audit_entry to scope_merge;

-- What a room has, for the other lead to read: figures, and which questions it has answered; no words.
create function app.room_counts() returns jsonb
language sql stable security invoker
set search_path = pg_catalog, pg_temp
as $$
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
grant execute on function app.room_counts() to scope_agency;

-- Coming to an agreement. All of it is for the lead of a whole room.

create function tenancy.make_merge_code(p_code_hash bytea, p_counts jsonb) returns timestamptz
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

create function tenancy.end_merge_code() returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := identity.led_agency();
begin
  update tenancy.merge_code c set ended_at = clock_timestamp()
   where c.room_id = v_party and c.ended_at is null and c.expires_at > clock_timestamp();
  return found;
end $$;

-- Until when this room's code is good; null when it has none.
create function tenancy.merge_code_until() returns timestamptz
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := identity.led_agency();
begin
  return (select max(c.expires_at) from tenancy.merge_code c
           where c.room_id = v_party and c.ended_at is null and c.expires_at > clock_timestamp());
end $$;

-- outcome: proposed; busy when this very room is in a merge already; unknown for everything else, told
-- alike: a code that never was, is over, was used, is this room's own, or whose room is in another merge.
create function tenancy.propose_merge(
  p_code_hash bytea, p_this_stays boolean, p_counts jsonb, out outcome text, out merge_id uuid)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The merge that this room is in; one row or none.
create function tenancy.my_merge()
returns table (merge_id uuid, stays boolean, stays_name text, goes_name text, proposed_by text,
               proposed_at timestamptz, stays_counts jsonb, goes_counts jsonb, stays_agreed_by text,
               stays_agreed_at timestamptz, goes_agreed_by text, goes_agreed_at timestamptz,
               shared_boards integer)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- What this room has, counted again. An agreement that was given stays.
create function tenancy.note_merge_counts(p_counts jsonb) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := identity.led_agency();
begin
  update tenancy.room_merge m
     set stays_counts = case when m.stays_id = v_party then p_counts else m.stays_counts end,
         goes_counts = case when m.goes_id = v_party then p_counts else m.goes_counts end
   where v_party in (m.stays_id, m.goes_id) and m.state = 'open';
end $$;

create function tenancy.withdraw_merge(p_merge_id uuid) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := identity.led_agency();
begin
  update tenancy.room_merge m
     set state = 'withdrawn', ended_at = clock_timestamp(), stays_counts = '{}', goes_counts = '{}'
   where m.merge_id = p_merge_id and v_party in (m.stays_id, m.goes_id) and m.state = 'open';
  return found;
end $$;

-- waiting: the other lead has not agreed yet. both: now it can be done. done: it is already. gone: there
-- is no such merge of this room, or it was withdrawn.
create function tenancy.agree_merge(p_merge_id uuid) returns text
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
  if v_merge.stays_id = v_party and v_merge.stays_agreed_at is null then
    update tenancy.room_merge m set stays_agreed_by = app.person(), stays_agreed_at = clock_timestamp()
     where m.merge_id = p_merge_id;
  elsif v_merge.goes_id = v_party and v_merge.goes_agreed_at is null then
    update tenancy.room_merge m set goes_agreed_by = app.person(), goes_agreed_at = clock_timestamp()
     where m.merge_id = p_merge_id;
  end if;
  select m.* into v_merge from tenancy.room_merge m where m.merge_id = p_merge_id;
  return case when v_merge.stays_agreed_at is not null and v_merge.goes_agreed_at is not null
              then 'both' else 'waiting' end;
end $$;

-- The rooms that became part of this one.
create function tenancy.merged_rooms() returns table (name text, merged_at timestamptz, agreed_by text[])
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

grant execute on function tenancy.make_merge_code(bytea, jsonb), tenancy.end_merge_code(),
  tenancy.merge_code_until(), tenancy.propose_merge(bytea, boolean, jsonb), tenancy.my_merge(),
  tenancy.note_merge_counts(jsonb), tenancy.withdraw_merge(uuid), tenancy.agree_merge(uuid),
  tenancy.merged_rooms() to scope_agency;
