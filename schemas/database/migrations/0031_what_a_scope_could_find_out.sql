-- Two ways to learn that something of another party is there, or to be in its way.

-- Whether a job exists and is held was told by the kind of refusal: a job that is not this transaction's is now
-- refused like one that nobody has. The seal is looked at before the job is.
create or replace function jobs.finish(p_job_id uuid, p_fence bigint) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_sealed text := current_setting('onereturn.scope', true);
  v_scope text := nullif(split_part(v_sealed, '|', 1), '');
begin
  if v_scope is not null then
    perform app.sealed_scope(v_scope);
  end if;
  update jobs.job j set state = 'done', lease_until = null, ended_at = clock_timestamp(), reason = ''
   where j.job_id = p_job_id and j.fence = p_fence and j.state = 'running'
     and j.lease_until > clock_timestamp()
     and (j.scope = 'system' and session_user = 'worker'
          or j.scope = v_scope and split_part(v_sealed, '|', 9) = p_job_id::text);
  if not found then
    raise exception 'another worker holds this job by now' using errcode = 'OR003';
  end if;
end $$;

-- The lock of a key of an agency is taken for the party of the seal, so that no scope needs the right to take
-- locks: with it, one could hold the lock of another's room (prepare-database.sql takes it from everybody).
create function app.take_key(p_key text) returns boolean
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  select pg_try_advisory_xact_lock(hashtextextended(app.sealed_party('agency')::text || ' ' || p_key, 0));
$$;
grant execute on function app.take_key(text) to scope_agency;
