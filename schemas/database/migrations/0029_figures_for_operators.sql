-- What whoever watches the service must know of its database: how much work waits and for how long. Counts
-- and ages only, never an id, a name or a text; for the worker alone, which asks every quarter of a minute.

-- The parked ones are few and looked for often.
create index job_parked on jobs.job (kind, ended_at) where state = 'parked';
create index mail_open on identity.mail (queued_at) where closed_at is null;
create index throttle_locked on identity.throttle (locked_until) where locked_until is not null;

-- Jobs that are not done, by kind and state. For how long the oldest has been there, and how long ago the one
-- that has been due the longest fell due.
create function jobs.figures()
returns table (kind text, state text, jobs bigint, oldest_ms bigint, overdue_ms bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select j.kind::text, j.state::text, count(*),
         (1000 * extract(epoch from clock_timestamp() - min(j.announced_at)))::bigint,
         (1000 * greatest(0, extract(epoch from clock_timestamp() - min(j.not_before))))::bigint
    from jobs.job j where j.state = 'waiting' group by j.kind, j.state
  union all
  select j.kind::text, j.state::text, count(*),
         (1000 * extract(epoch from clock_timestamp() - min(j.announced_at)))::bigint, 0
    from jobs.job j where j.state = 'running' group by j.kind, j.state
  union all
  select j.kind::text, j.state::text, count(*),
         (1000 * extract(epoch from clock_timestamp() - min(j.ended_at)))::bigint, 0
    from jobs.job j where j.state = 'parked' group by j.kind, j.state;
$$;

-- Mails that have not gone, and whoever may not try to sign in just now.
create function identity.figures()
returns table (mails_waiting bigint, oldest_mail_ms bigint, locked bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select m.waiting, m.oldest,
         (select count(*) from identity.throttle t where t.locked_until > clock_timestamp())
    from (select count(*) as waiting,
                 (1000 * coalesce(extract(epoch from clock_timestamp() - min(queued_at)), 0))::bigint as oldest
            from identity.mail where closed_at is null) as m;
$$;

grant execute on function jobs.figures(), identity.figures() to worker;
