-- Units that an agency names itself, and which of them a board's invitation is about.
alter table tenant.unit add column left_on date;
grant update (left_on) on tenant.unit to scope_agency;

alter table tenancy.join_request add column unit_id uuid;

drop function tenancy.accept_join(bytea);

-- Uses an invitation up for the whole of an agency (no unit) or for one of its units. The keys of the
-- board's rows refuse a unit of somebody else.
create function tenancy.accept_join(p_token_hash bytea, p_unit_id uuid)
returns table (board_id uuid, board_name text)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_agency uuid := identity.acting_as('lead');
  v_link uuid;
  v_join tenancy.join_request;
begin
  update identity.link l set used_at = clock_timestamp()
   where l.link_id = identity.good_link(p_token_hash, 'join') and l.used_at is null
  returning l.link_id into v_link;
  update tenancy.join_request j set agency_id = v_agency, unit_id = p_unit_id
   where j.link_id = v_link returning * into v_join;
  if not found then
    return;
  end if;
  insert into tenancy.connection (board_id, agency_id) values (v_join.board_id, v_agency)
  on conflict on constraint connection_key do update set ended_at = null;
  insert into jobs.job (kind, scope, party_id, source_tenant, source_ref)
  values ('join', 'board', v_join.board_id, v_agency, v_join.entry_id);
  return query select f.party_id, f.name::text from tenancy.party_profile f
                where f.party_id = v_join.board_id;
end $$;

grant execute on function tenancy.accept_join(bytea, uuid) to scope_agency;

-- The unit that an entry of this board was joined with last; nothing for a whole agency.
create function tenancy.joined_unit(p_entry_id uuid) returns uuid
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select j.unit_id from tenancy.join_request j
   where j.board_id = app.sealed_party('board') and j.entry_id = p_entry_id
     and j.agency_id is not null
   order by j.asked_at desc limit 1
$$;
revoke all on function tenancy.joined_unit(uuid) from public;
grant execute on function tenancy.joined_unit(uuid) to scope_board;

create or replace function app.finish_join(p_job_id uuid, p_fence bigint) returns void
language plpgsql security invoker
as $$
declare
  v_job record := identity.enter_job(p_job_id, p_fence);
  v_unit uuid := tenancy.joined_unit(v_job.source_ref);
begin
  update tenant.register_entry e set agency_id = v_job.source_tenant, unit_id = v_unit
   where e.tenant_id = v_job.party_id and e.entry_id = v_job.source_ref and e.agency_id is null;
  update tenant.request q
     set agency_id = v_job.source_tenant, unit_id = coalesce(v_unit, v_job.source_tenant)
   where q.tenant_id = v_job.party_id and q.entry_id = v_job.source_ref and q.agency_id is null;
  insert into tenant.audit_entry (tenant_id, role, job_id, what, subject_kind, subject_ref, facts)
  values (v_job.party_id, 'job', p_job_id, 'register.joined', 'register_entry',
          v_job.source_ref::text, '{}');
  perform jobs.finish(p_job_id, p_fence);
end $$;
