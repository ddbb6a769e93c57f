-- A transaction begins with enter or enter_job. Both put the scope into a setting of this transaction,
-- sealed with a key that only the owner can read, and take the scope's role.
-- Parts of the scope, by their place: 1 scope, 2 party, 3 person, 4 unit, 5 role,
-- 6 source tenant, 7 source, 8 target, 9 job, 10 fence. None of them can contain the separator.

create table app.seal_key (
  only_one boolean not null default true,
  key bytea not null,
  made_at timestamptz not null default now(),
  constraint seal_key_key primary key (only_one),
  constraint seal_key_only_one check (only_one),
  constraint seal_key_length check (octet_length(key) = 32)
);

create function app.make_seal_key() returns void
language sql security invoker
set search_path = pg_catalog, pg_temp
as $$
  insert into app.seal_key (key)
  values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
                 || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
  on conflict on constraint seal_key_key do update set key = excluded.key, made_at = now();
$$;
do $$ begin perform app.make_seal_key(); end $$;

-- The cheap readers: they state the intent in a where clause and prove nothing.
create function app.scope() returns text language sql stable security invoker
return nullif(split_part(current_setting('onereturn.scope', true), '|', 1), '');
create function app.party() returns uuid language sql stable security invoker
return nullif(split_part(current_setting('onereturn.scope', true), '|', 2), '')::uuid;
create function app.person() returns uuid language sql stable security invoker
return nullif(split_part(current_setting('onereturn.scope', true), '|', 3), '')::uuid;
create function app.unit() returns uuid language sql stable security invoker
return nullif(split_part(current_setting('onereturn.scope', true), '|', 4), '')::uuid;
create function app.role() returns text language sql stable security invoker
return nullif(split_part(current_setting('onereturn.scope', true), '|', 5), '');
create function app.source_tenant() returns uuid language sql stable security invoker
return nullif(split_part(current_setting('onereturn.scope', true), '|', 6), '')::uuid;
create function app.source_ref() returns uuid language sql stable security invoker
return nullif(split_part(current_setting('onereturn.scope', true), '|', 7), '')::uuid;
create function app.target_ref() returns uuid language sql stable security invoker
return nullif(split_part(current_setting('onereturn.scope', true), '|', 8), '')::uuid;
create function app.job() returns uuid language sql stable security invoker
return nullif(split_part(current_setting('onereturn.scope', true), '|', 9), '')::uuid;

-- The readers that policies trust: each recomputes the seal, once per query, and answers one part.
-- Written out five times because a call from one to another costs more than the digest itself.
create function app.sealed_party(p_scope text) returns uuid
language plpgsql stable security definer parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
  v_scope text := current_setting('onereturn.scope', true);
  v_key bytea;
begin
  select k.key into strict v_key from app.seal_key k;
  if split_part(v_scope, '|', 1) = p_scope
     and current_setting('onereturn.seal', true)
         = encode(sha256(v_key || convert_to(v_scope, 'UTF8') || int4send(pg_backend_pid())
                         || timestamptz_send(transaction_timestamp()) || v_key), 'hex') then
    return split_part(v_scope, '|', 2)::uuid;
  end if;
  raise exception 'this transaction holds no such scope' using errcode = 'OR001';
end $$;

create function app.sealed_source(p_scope text) returns uuid
language plpgsql stable security definer parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
  v_scope text := current_setting('onereturn.scope', true);
  v_key bytea;
begin
  select k.key into strict v_key from app.seal_key k;
  if split_part(v_scope, '|', 1) = p_scope
     and current_setting('onereturn.seal', true)
         = encode(sha256(v_key || convert_to(v_scope, 'UTF8') || int4send(pg_backend_pid())
                         || timestamptz_send(transaction_timestamp()) || v_key), 'hex') then
    return split_part(v_scope, '|', 6)::uuid;
  end if;
  raise exception 'this transaction holds no such scope' using errcode = 'OR001';
end $$;

create function app.sealed_ref(p_scope text) returns uuid
language plpgsql stable security definer parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
  v_scope text := current_setting('onereturn.scope', true);
  v_key bytea;
begin
  select k.key into strict v_key from app.seal_key k;
  if split_part(v_scope, '|', 1) = p_scope
     and current_setting('onereturn.seal', true)
         = encode(sha256(v_key || convert_to(v_scope, 'UTF8') || int4send(pg_backend_pid())
                         || timestamptz_send(transaction_timestamp()) || v_key), 'hex') then
    return split_part(v_scope, '|', 7)::uuid;
  end if;
  raise exception 'this transaction holds no such scope' using errcode = 'OR001';
end $$;

create function app.sealed_target(p_scope text) returns uuid
language plpgsql stable security definer parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
  v_scope text := current_setting('onereturn.scope', true);
  v_key bytea;
begin
  select k.key into strict v_key from app.seal_key k;
  if split_part(v_scope, '|', 1) = p_scope
     and current_setting('onereturn.seal', true)
         = encode(sha256(v_key || convert_to(v_scope, 'UTF8') || int4send(pg_backend_pid())
                         || timestamptz_send(transaction_timestamp()) || v_key), 'hex') then
    return split_part(v_scope, '|', 8)::uuid;
  end if;
  raise exception 'this transaction holds no such scope' using errcode = 'OR001';
end $$;

-- For scopes that hold no party: true, or OR001.
create function app.sealed_scope(p_scope text) returns boolean
language plpgsql stable security definer parallel restricted
set search_path = pg_catalog, pg_temp
as $$
declare
  v_scope text := current_setting('onereturn.scope', true);
  v_key bytea;
begin
  select k.key into strict v_key from app.seal_key k;
  if split_part(v_scope, '|', 1) = p_scope
     and current_setting('onereturn.seal', true)
         = encode(sha256(v_key || convert_to(v_scope, 'UTF8') || int4send(pg_backend_pid())
                         || timestamptz_send(transaction_timestamp()) || v_key), 'hex') then
    return true;
  end if;
  raise exception 'this transaction holds no such scope' using errcode = 'OR001';
end $$;

create function identity.look_up_session(
  p_token_hash bytea,
  out scope text, out seal text, out party_id uuid, out party_kind text, out party_name text,
  out person_id uuid, out person_name text, out unit_id uuid, out role text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_key bytea;
begin
  select p.kind, s.party_id, p.kind, f.name, s.person_id, n.display_name, s.unit_id, s.role
    into scope, party_id, party_kind, party_name, person_id, person_name, unit_id, role
    from identity.session s
    join identity.membership m on m.membership_id = s.membership_id
    join identity.person n on n.person_id = s.person_id
    join tenancy.party p on p.party_id = s.party_id
    join tenancy.party_profile f on f.party_id = s.party_id
   where s.token_hash = p_token_hash
     and s.ended_at is null and s.expires_at > transaction_timestamp()
     and m.from_at <= transaction_timestamp()
     and (m.to_at is null or m.to_at > transaction_timestamp())
     and n.disabled_at is null
     and p.status in ('active', 'leaving');
  if not found then
    raise exception 'the session has ended' using errcode = 'OR002';
  end if;
  if party_kind = 'nation' then
    scope := 'national';
  end if;
  scope := scope || '|' || party_id || '|' || person_id || '|' || coalesce(unit_id::text, '')
           || '|' || role || '|||||';
  select k.key into strict v_key from app.seal_key k;
  seal := encode(sha256(v_key || convert_to(scope, 'UTF8') || int4send(pg_backend_pid())
                        || timestamptz_send(transaction_timestamp()) || v_key), 'hex');
end $$;

-- What one lender has granted to the session's board. Asking for a lender who granted nothing gives nothing.
create function identity.look_up_loan(
  p_token_hash bytea, p_scope text, p_lender uuid,
  out scope text, out seal text, out party_id uuid, out party_kind text, out party_name text,
  out person_id uuid, out person_name text, out unit_id uuid, out role text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_key bytea;
begin
  select s.scope, s.party_id, s.party_kind, s.party_name, s.person_id, s.person_name, s.unit_id, s.role
    into scope, party_id, party_kind, party_name, person_id, person_name, unit_id, role
    from identity.look_up_session(p_token_hash) s;
  if p_scope not in ('share', 'sight') or party_kind not in ('board', 'nation') then
    raise exception 'this session may not look at another party' using errcode = 'OR001';
  end if;
  scope := p_scope || '|' || party_id || '|' || person_id || '|' || coalesce(unit_id::text, '')
           || '|' || role || '|' || p_lender || '||||';
  select k.key into strict v_key from app.seal_key k;
  seal := encode(sha256(v_key || convert_to(scope, 'UTF8') || int4send(pg_backend_pid())
                        || timestamptz_send(transaction_timestamp()) || v_key), 'hex');
end $$;

create function identity.look_up_job(
  p_job_id uuid, p_fence bigint,
  out scope text, out seal text, out job_scope text, out kind text, out party_id uuid,
  out source_tenant uuid, out source_ref uuid, out target_ref uuid)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_key bytea;
begin
  select j.scope, j.kind, j.party_id, j.source_tenant, j.source_ref, j.target_ref
    into job_scope, kind, party_id, source_tenant, source_ref, target_ref
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

-- PostgreSQL allows no role change inside a definer function, hence invoker; and everything that
-- begins with enter is invoker too. Assignments instead of select: plpgsql runs those without a plan. An operator's session gets no role: it has no rows to see.
create function identity.enter(
  p_token_hash bytea,
  out scope text, out party_id uuid, out party_kind text, out party_name text,
  out person_id uuid, out person_name text, out unit_id uuid, out role text)
language plpgsql security invoker
as $$
declare
  v_found record := identity.look_up_session(p_token_hash);
  v_done text;
begin
  v_done := set_config('onereturn.scope', v_found.scope, true);
  v_done := set_config('onereturn.seal', v_found.seal, true);
  scope := split_part(v_found.scope, '|', 1);
  party_id := v_found.party_id;
  party_kind := v_found.party_kind;
  party_name := v_found.party_name;
  person_id := v_found.person_id;
  person_name := v_found.person_name;
  unit_id := v_found.unit_id;
  role := v_found.role;
  if scope <> 'operator' then
    v_done := set_config('role', 'scope_' || scope, true);
  end if;
end $$;

create function identity.enter_loan(
  p_token_hash bytea, p_scope text, p_lender uuid,
  out scope text, out party_id uuid, out party_kind text, out party_name text,
  out person_id uuid, out person_name text, out unit_id uuid, out role text)
language plpgsql security invoker
as $$
declare
  v_found record := identity.look_up_loan(p_token_hash, p_scope, p_lender);
  v_done text;
begin
  v_done := set_config('onereturn.scope', v_found.scope, true);
  v_done := set_config('onereturn.seal', v_found.seal, true);
  scope := split_part(v_found.scope, '|', 1);
  party_id := v_found.party_id;
  party_kind := v_found.party_kind;
  party_name := v_found.party_name;
  person_id := v_found.person_id;
  person_name := v_found.person_name;
  unit_id := v_found.unit_id;
  role := v_found.role;
  v_done := set_config('role', 'scope_' || scope, true);
end $$;

create function identity.enter_job(
  p_job_id uuid, p_fence bigint,
  out scope text, out kind text, out party_id uuid, out source_tenant uuid, out source_ref uuid,
  out target_ref uuid)
language plpgsql security invoker
as $$
declare
  v_found record := identity.look_up_job(p_job_id, p_fence);
  v_done text;
begin
  v_done := set_config('onereturn.scope', v_found.scope, true);
  v_done := set_config('onereturn.seal', v_found.seal, true);
  scope := v_found.job_scope;
  kind := v_found.kind;
  party_id := v_found.party_id;
  source_tenant := v_found.source_tenant;
  source_ref := v_found.source_ref;
  target_ref := v_found.target_ref;
  v_done := set_config('role', 'scope_' || scope, true);
end $$;

grant usage on schema identity to gateway, worker;
grant usage on schema app to gateway, worker, scope_board, scope_agency, scope_delivery, scope_share,
  scope_sight, scope_aggregate, scope_national, scope_system;
grant execute on function identity.look_up_session(bytea), identity.look_up_loan(bytea, text, uuid),
  identity.enter(bytea), identity.enter_loan(bytea, text, uuid) to gateway;
grant execute on function identity.look_up_job(uuid, bigint), identity.enter_job(uuid, bigint) to worker;
grant execute on function app.scope(), app.party(), app.person(), app.unit(), app.role(),
  app.source_tenant(), app.source_ref(), app.target_ref(), app.job()
  to scope_board, scope_agency, scope_delivery, scope_share, scope_sight, scope_aggregate,
     scope_national, scope_system;
grant execute on function app.sealed_party(text), app.sealed_source(text), app.sealed_ref(text),
  app.sealed_target(text), app.sealed_scope(text)
  to scope_board, scope_agency, scope_delivery, scope_share, scope_sight, scope_aggregate,
     scope_national, scope_system;
