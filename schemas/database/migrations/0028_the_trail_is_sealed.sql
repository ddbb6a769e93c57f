-- Each party's trail becomes a chain (ADR 0046; docs/formats/trail.md says what is hashed, byte by byte).
-- An entry is written in the transaction that causes it; a job of its party chains it some seconds later.

-- What waits to be sealed: a number and no content. Whoever writes an entry, by whatever function, leaves
-- its mark in the same transaction; so an entry that commits late, with a lower number, is found as well.
create table jobs.unsealed (
  party_id uuid not null,
  entry_no bigint not null,
  at timestamptz not null default now(),
  gone_at timestamptz,
  constraint unsealed_key primary key (party_id, entry_no)
);

-- Where each party's chain stands, and how much of it stands outside the database too.
create table jobs.trail (
  party_id uuid not null,
  sealed bigint not null,
  head app.sha256 not null,
  sealed_at timestamptz not null default now(),
  anchored bigint not null default 0,
  anchored_at timestamptz,
  constraint trail_key primary key (party_id),
  constraint trail_positive check (sealed >= 1 and anchored >= 0 and anchored <= sealed)
);
create index trail_to_anchor on jobs.trail (party_id) where anchored < sealed;

create function app.note_unsealed() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into jobs.unsealed (party_id, entry_no) values (new.tenant_id, new.entry_no);
  return null;
end $$;

-- What was written before there were chains.
do $$
begin
  alter table tenant.audit_entry no force row level security;
  insert into jobs.unsealed (party_id, entry_no, at)
  select e.tenant_id, e.entry_no, e.at from tenant.audit_entry e
   where not exists (select from tenant.audit_seal s
                      where s.tenant_id = e.tenant_id and s.entry_no = e.entry_no);
  alter table tenant.audit_entry force row level security;
end $$;

-- The only trigger of this database: a writer that forgot its mark would leave an entry out of the chain.
create trigger audit_entry_waits after insert on tenant.audit_entry
  for each row execute function app.note_unsealed();

update jobs.kind set announced_from = 'system' where kind = 'seal_trail';

-- One job for each party that has something to seal: made once, and woken again when it is done. One that
-- was parked is tried again after five minutes. Answers how many were announced.
create function jobs.announce_trails(p_delay interval) returns integer
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- The party of this transaction's job, which must be one that seals.
create function jobs.sealing_party() returns uuid
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_self uuid := app.sealed_party(split_part(current_setting('onereturn.scope', true), '|', 1));
begin
  if not exists (select from jobs.job j
                  where j.job_id = app.job() and j.kind = 'seal_trail' and j.party_id = v_self) then
    raise exception 'this is for the job that seals' using errcode = 'OR001';
  end if;
  return v_self;
end $$;

-- How far may be sealed, once every transaction up to this one has ended: whoever holds a lower number
-- has begun before. The order matters: first what can be seen, then the transaction's own number.
create function jobs.trail_horizon(out up_to bigint, out after_transaction text)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_self uuid := jobs.sealing_party();
begin
  select coalesce(max(u.entry_no), 0) into up_to from jobs.unsealed u
   where u.party_id = v_self and u.gone_at is null;
  after_transaction := pg_current_xact_id()::text;
end $$;

create function jobs.entries_to_seal(p_up_to bigint, p_count integer) returns setof bigint
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_self uuid := jobs.sealing_party();
begin
  return query
    select u.entry_no from jobs.unsealed u
     where u.party_id = v_self and u.entry_no <= p_up_to and u.gone_at is null
     order by u.entry_no
     limit p_count;
end $$;

-- After the seals were written, in their transaction. A mark whose entry is not there any more stays, and
-- the verifier names it. Answers how many entries up to there still wait.
create function jobs.note_sealed(p_entries bigint[], p_gone bigint[], p_up_to bigint, p_sealed bigint,
                                 p_head bytea)
returns bigint
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- What stands in the chains and not yet outside.
create function jobs.heads_to_anchor() returns table (party_id uuid, sealed bigint, head bytea)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select t.party_id, t.sealed, t.head::bytea from jobs.trail t where t.anchored < t.sealed
   order by t.party_id limit 1000;
$$;

create function jobs.note_anchored(p_parties uuid[], p_sealed bigint[]) returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  update jobs.trail t set anchored = greatest(t.anchored, a.sealed), anchored_at = clock_timestamp()
    from unnest(p_parties, p_sealed) as a (party_id, sealed)
   where t.party_id = a.party_id and a.sealed <= t.sealed;
$$;

-- For metrics and health: no party is named.
create function jobs.trail_overview(
  out parties bigint, out sealed bigint, out waiting bigint, out oldest_waiting_seconds double precision,
  out gone bigint, out unanchored_parties bigint, out oldest_unanchored_seconds double precision,
  out last_anchored_seconds double precision)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

grant execute on function jobs.announce_trails(interval), jobs.heads_to_anchor(),
  jobs.note_anchored(uuid[], bigint[]), jobs.trail_overview() to worker;
grant execute on function jobs.trail_horizon(), jobs.entries_to_seal(bigint, integer),
  jobs.note_sealed(bigint[], bigint[], bigint, bigint, bytea) to scope_board, scope_agency;
