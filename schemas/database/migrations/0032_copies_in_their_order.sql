-- A copy that waits is not overtaken by a later one of the same return: else the board would take the
-- older for the newest. One that was parked holds nobody up.
create index job_copies_open on jobs.job (source_tenant, target_ref, announced_at)
  where kind = 'deliver' and state in ('waiting', 'running');

create or replace function jobs.claim(p_count integer, p_lease interval)
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
         and not (j.kind = 'deliver' and exists (
           select from jobs.job e
            where e.kind = 'deliver' and e.state in ('waiting', 'running')
              and e.source_tenant = j.source_tenant and e.target_ref = j.target_ref
              and e.announced_at < j.announced_at))
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
