-- One queue. Scopes announce, the worker claims; only these functions touch the table.

-- What may be announced, by whom, and in which scope it then runs.
create table jobs.kind (
  kind app.code not null,
  announced_from app.code not null,
  runs_as app.code not null,
  constraint kind_key primary key (kind),
  constraint kind_announced_from check (announced_from in ('board', 'agency', 'party', 'system')),
  constraint kind_runs_as check (runs_as in ('board', 'agency', 'party', 'delivery', 'system', 'aggregate'))
);
insert into jobs.kind (kind, announced_from, runs_as) values
  ('deliver', 'agency', 'delivery'),
  ('carry_progress', 'agency', 'delivery'),
  ('join', 'agency', 'board'),
  ('seal_trail', 'party', 'party'),
  ('remind', 'party', 'party'),
  ('send_mail', 'party', 'party'),
  ('make_document', 'party', 'party'),
  ('scan_evidence', 'agency', 'agency'),
  ('import', 'party', 'party'),
  ('aggregate', 'system', 'aggregate'),
  ('housekeeping', 'system', 'system');
alter table jobs.job add constraint job_kind foreign key (kind) references jobs.kind (kind);

-- Announces one job per party, in the transaction that causes it. A job that crosses to another party
-- needs their connection; one for the own party names that party or null. The same announcement again
-- answers the same job.
create function jobs.announce_all(p_kind text, p_parties uuid[], p_ref uuid, p_targets uuid[])
returns setof uuid
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

create function jobs.announce(p_kind text, p_party uuid, p_ref uuid, p_target uuid default null)
returns uuid
language sql security invoker
set search_path = pg_catalog, pg_temp
as $$
  select job_id from jobs.announce_all(p_kind, array[p_party], p_ref, array[p_target]) as a (job_id);
$$;

-- Where the deliveries of the agency of this transaction stand; reason is for people.
create function jobs.my_deliveries(p_submission_id uuid default null)
returns table (job_id uuid, submission_id uuid, request_id uuid, board_id uuid, state text,
               tries integer, next_try_at timestamptz, reason text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- Claims up to p_count due jobs for p_lease by the database's clock, each with a new fencing number.
create function jobs.claim(p_count integer, p_lease interval)
returns table (job_id uuid, fence bigint, kind text, scope text, party_id uuid, source_tenant uuid,
               source_ref uuid, target_ref uuid, tries integer)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    with due as (
      select j.job_id from jobs.job j
       where j.state = 'waiting' and j.not_before <= clock_timestamp()
       order by j.not_before
       limit p_count
       for update skip locked)
    update jobs.job j
       set state = 'running', fence = j.fence + 1, tries = j.tries + 1,
           lease_until = clock_timestamp() + p_lease
      from due where j.job_id = due.job_id
    returning j.job_id, j.fence, j.kind::text, j.scope::text, j.party_id, j.source_tenant, j.source_ref,
              j.target_ref, j.tries;
end $$;

-- Lengthens a lease that is still held. False when it is not.
create function jobs.extend(p_job_id uuid, p_fence bigint, p_lease interval) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update jobs.job set lease_until = clock_timestamp() + p_lease
   where job_id = p_job_id and fence = p_fence and state = 'running'
     and lease_until > clock_timestamp();
  return found;
end $$;

-- Puts a job back with a delay that grows (2, 8, 32, 128 s), parks it after the fifth try.
-- Answers the job's new state, or null when another worker holds it.
create function jobs.fail(p_job_id uuid, p_fence bigint, p_reason text) returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- Gives a claimed job back untried, for a worker that is asked to stop.
create function jobs.release(p_job_id uuid, p_fence bigint) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update jobs.job set state = 'waiting', lease_until = null, tries = greatest(tries - 1, 0)
   where job_id = p_job_id and fence = p_fence and state = 'running';
  return found;
end $$;

-- Closes the job inside the transaction that did its work. Raises OR003, and so undoes that work, when
-- the fence or the lease is gone. A tenant's job is closed only from inside its own sealed scope.
create function jobs.finish(p_job_id uuid, p_fence bigint) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_scope text;
  v_sealed text := current_setting('onereturn.scope', true);
begin
  update jobs.job j set state = 'done', lease_until = null, ended_at = clock_timestamp(), reason = ''
   where j.job_id = p_job_id and j.fence = p_fence and j.state = 'running'
     and j.lease_until > clock_timestamp()
  returning j.scope into v_scope;
  if v_scope is null then
    raise exception 'another worker holds this job by now' using errcode = 'OR003';
  end if;
  if not (v_scope = 'system' and session_user = 'worker') then
    perform app.sealed_scope(v_scope);
    if split_part(v_sealed, '|', 9) <> p_job_id::text then
      raise exception 'this transaction is not that job''s' using errcode = 'OR001';
    end if;
  end if;
end $$;

-- Puts back what a dead worker held, parks what has been tried five times. Answers how many changed.
create function jobs.sweep() returns integer
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- Seconds until the next job falls due (0 when one is due now); null when none waits.
create function jobs.next_due_seconds() returns double precision
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select greatest(0, extract(epoch from min(not_before) - clock_timestamp()))::double precision
    from jobs.job where state = 'waiting';
$$;

-- For metrics and health: how many in each state, and how old the oldest is.
create function jobs.overview()
returns table (kind text, state text, jobs bigint, oldest_seconds double precision)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select kind::text, state::text, count(*),
         extract(epoch from clock_timestamp() - min(announced_at))::double precision
    from jobs.job where state <> 'done' group by kind, state order by kind, state;
$$;

-- Removes what has outlived its retention (data-catalogue.tsv) outside the tenants. Answers how many rows.
create function jobs.housekeep() returns bigint
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

-- Announces a recurring job of the service itself, unless one of its kind is open.
create function jobs.announce_own(p_kind text) returns uuid
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
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

grant usage on schema jobs to worker, scope_aggregate;
grant execute on function jobs.announce_all(text, uuid[], uuid, uuid[]), jobs.announce(text, uuid, uuid, uuid)
  to scope_board, scope_agency;
grant execute on function jobs.my_deliveries(uuid) to scope_agency;
grant execute on function jobs.claim(integer, interval), jobs.extend(uuid, bigint, interval),
  jobs.fail(uuid, bigint, text), jobs.release(uuid, bigint), jobs.sweep(), jobs.next_due_seconds(),
  jobs.overview(), jobs.announce_own(text), jobs.housekeep() to worker, scope_system;
grant execute on function jobs.finish(uuid, bigint)
  to worker, scope_system, scope_delivery, scope_board, scope_agency, scope_aggregate;
