-- The id of the request that led to something: in the trail, on the job and in the job's own entries. Nothing
-- trusts it, and the seal does not hold it; whatever else somebody says in its place is nothing.
create function app.request_ref(p_said text default current_setting('onereturn.request_ref', true))
returns text
language sql stable
return substring(p_said from '^[0-9a-f]{16}$');
revoke all on function app.request_ref(text) from public;
grant execute on function app.request_ref(text) to scope_board, scope_agency, scope_delivery, scope_merge;

alter table tenant.audit_entry alter column request_ref set default app.request_ref();
alter table jobs.job
  add column caused_by app.code default app.request_ref(),
  add constraint job_caused_by check (caused_by ~ '^[0-9a-f]{16}$');

-- Who named the column, and what they put there.
do $$
declare
  r record;
  v_text text;
begin
  for r in select * from (values
    ('app.record(text, text, text, jsonb, text)',
     'nullif(current_setting(''onereturn.request_ref'', true), '''')', 'app.request_ref()'),
    ('app.merge_rooms(uuid, timestamptz)',
     'nullif(current_setting(''onereturn.request_ref'', true), '''')', 'app.request_ref()'),
    ('app.save_answer(bytea, uuid, text, integer, integer, text, text, text, integer, boolean, text[], text[],'
     || ' text[], text[], integer[], integer[], text, timestamptz)',
     'p_confirm), p_request_ref);', 'p_confirm), app.request_ref(p_request_ref));')
  ) as v (name, place, put) loop
    v_text := pg_get_functiondef(r.name::regprocedure);
    if position(r.place in v_text) = 0 then
      raise exception '% is not what this change was written for', r.name;
    end if;
    execute replace(v_text, r.place, r.put);
  end loop;
end $$;

drop function jobs.claim(integer, interval);
create function jobs.claim(p_count integer, p_lease interval)
returns table (job_id uuid, fence bigint, kind text, scope text, party_id uuid, source_tenant uuid, source_ref uuid,
               target_ref uuid, tries integer, caused_by text)
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
              j.target_ref, j.tries, j.caused_by::text;
end $$;
revoke all on function jobs.claim(integer, interval) from public;
grant execute on function jobs.claim(integer, interval) to worker, scope_system;

drop function identity.look_up_job(uuid, bigint);
create function identity.look_up_job(p_job_id uuid, p_fence bigint, out scope text, out seal text,
  out job_scope text, out kind text, out party_id uuid, out source_tenant uuid, out source_ref uuid,
  out target_ref uuid, out caused_by text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_key bytea;
begin
  select j.scope, j.kind, j.party_id, j.source_tenant, j.source_ref, j.target_ref, j.caused_by
    into job_scope, kind, party_id, source_tenant, source_ref, target_ref, caused_by
    from jobs.job j
   where j.job_id = p_job_id and j.fence = p_fence
     and j.state = 'running' and j.lease_until > clock_timestamp();
  if not found then
    raise exception 'another worker holds this job by now' using errcode = 'OR003';
  end if;
  scope := job_scope || '|' || coalesce(party_id::text, '') || '|||job|'
           || coalesce(source_tenant::text, '') || '|' || coalesce(source_ref::text, '') || '|'
           || coalesce(target_ref::text, '') || '|' || p_job_id || '|' || p_fence;
  select k.key into strict v_key from app.seal_key k;
  seal := encode(sha256(v_key || convert_to(scope, 'UTF8') || int4send(pg_backend_pid())
                        || timestamptz_send(transaction_timestamp()) || v_key), 'hex');
end $$;
revoke all on function identity.look_up_job(uuid, bigint) from public;
grant execute on function identity.look_up_job(uuid, bigint) to worker;

create or replace function identity.enter_job(p_job_id uuid, p_fence bigint, out scope text, out kind text,
  out party_id uuid, out source_tenant uuid, out source_ref uuid, out target_ref uuid)
language plpgsql
as $$
declare
  v_found record := identity.look_up_job(p_job_id, p_fence);
  v_done text;
begin
  v_done := set_config('onereturn.scope', v_found.scope, true);
  v_done := set_config('onereturn.seal', v_found.seal, true);
  v_done := set_config('onereturn.request_ref', coalesce(v_found.caused_by, ''), true);
  scope := v_found.job_scope;
  kind := v_found.kind;
  party_id := v_found.party_id;
  source_tenant := v_found.source_tenant;
  source_ref := v_found.source_ref;
  target_ref := v_found.target_ref;
  v_done := set_config('role', 'scope_' || scope, true);
end $$;
