-- A reminder is of a day: what went for one that has moved since says nothing about the new one. An action that
-- was written for an organisation before it joined reaches it when it joins.

-- 1. Where an entry that became another one stands now: itself while it has not ended, nothing where what it ended
-- in has ended too.
create function app.entry_now(p_entry uuid) returns uuid
language sql stable
as $$
  with recursive stands as (
    select e.entry_id, e.to_on
    from tenant.register_entry e
    where e.tenant_id = app.party() and e.entry_id = p_entry
    union
    select n.entry_id, n.to_on
    from stands s
    cross join lateral (
      select c.what, c.other_id
      from tenant.register_change c
      where c.tenant_id = app.party() and c.entry_id = s.entry_id
        and c.what in ('merged_into', 'closed', 'opened_again')
      order by c.change_no desc
      limit 1) l
    join tenant.register_entry n
      on n.tenant_id = app.party() and n.entry_id = l.other_id and l.what = 'merged_into'
    where s.to_on is not null)
  select s.entry_id from stands s where s.to_on is null;
$$;
revoke all on function app.entry_now(uuid) from public;
grant execute on function app.entry_now(uuid) to scope_board;

-- How often the organisation of an entry was invited, for what was sent to it.
create function tenancy.joins_asked_of(p_entry uuid) returns table (asked_at timestamptz)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := app.sealed_party('board');
begin
  return query
    select j.asked_at from tenancy.join_request j where j.board_id = v_board and j.entry_id = p_entry;
end $$;
revoke all on function tenancy.joins_asked_of(uuid) from public;
grant execute on function tenancy.joins_asked_of(uuid) to scope_board;

-- 2. Whoever joins finds the actions as well that were written about them, with what the board said since: history
-- is only added to, so it is read by whose the action is, whatever it said when it was written.
grant update (agency_id, unit_id) on tenant.action to scope_board;
alter policy action_status_agency_reads on tenant.action_status
  using (exists (select from tenant.action a
                  where a.tenant_id = action_status.tenant_id and a.action_id = action_status.action_id
                    and a.agency_id = (select app.sealed_party('agency'))));

create or replace function app.finish_join(p_job_id uuid, p_fence bigint) returns void
language plpgsql security invoker
as $$
declare
  v_job record := identity.enter_job(p_job_id, p_fence);
  v_unit uuid := tenancy.joined_unit(v_job.source_ref);
begin
  update tenant.register_entry e set agency_id = v_job.source_tenant, unit_id = v_unit
   where e.tenant_id = v_job.party_id and e.entry_id = v_job.source_ref and e.agency_id is null;
  update tenant.contact c set agency_id = v_job.source_tenant
   where c.tenant_id = v_job.party_id and c.entry_id = v_job.source_ref and c.agency_id is null;
  update tenant.request q
     set agency_id = v_job.source_tenant, unit_id = coalesce(v_unit, v_job.source_tenant)
   where q.tenant_id = v_job.party_id and q.entry_id = v_job.source_ref and q.agency_id is null;
  update tenant.action a set agency_id = v_job.source_tenant, unit_id = v_unit
   where a.tenant_id = v_job.party_id and a.agency_id is null and a.return_id is null
     and a.entry_id in (
       select e.entry_id from tenant.register_entry e
        where e.tenant_id = v_job.party_id
          and (e.entry_id = v_job.source_ref
               or e.to_on is not null and app.entry_now(e.entry_id) = v_job.source_ref));
  insert into tenant.audit_entry (tenant_id, role, job_id, what, subject_kind, subject_ref, facts)
  values (v_job.party_id, 'job', p_job_id, 'register.joined', 'register_entry',
          v_job.source_ref::text, '{}');
  perform jobs.finish(p_job_id, p_fence);
end $$;

-- 3. Which day a reminder was of, and for which day something was decided about it.
alter table tenant.chase_item
  add column due_on date,
  drop constraint chase_item_dropped,
  add constraint chase_item_dropped
    check (dropped in ('done', 'moved', 'stopped', 'paused', 'late', 'address'));
alter table tenant.chase_decision add column due_on date;

create function app.due_then(p_tenant uuid, p_subject uuid, p_at timestamptz) returns date
language sql stable
return coalesce(
  (select c.was_due_on from tenant.request_change c
    where c.tenant_id = p_tenant and c.request_id = p_subject and c.changed_at > p_at
      and c.was_due_on <> c.due_on
    order by c.change_no limit 1),
  (select q.due_on from tenant.request q where q.tenant_id = p_tenant and q.request_id = p_subject),
  (select s.was_on from tenant.action_status s
    where s.tenant_id = p_tenant and s.action_id = p_subject and s.kind = 'moved' and s.at > p_at
    order by s.status_no limit 1),
  (select a.by_on from tenant.action a where a.tenant_id = p_tenant and a.action_id = p_subject),
  (p_at at time zone 'Europe/London')::date);

-- What went or was decided before there was such a column: for the day of that moment, which the history tells. And
-- whoever has joined already has waited for their actions long enough. The owner sees no row of a sealed table.
do $$
declare
  name text;
  names text[] := array['chase_item', 'chase_mail', 'chase_decision', 'request', 'request_change', 'action',
                        'action_status', 'register_entry'];
begin
  foreach name in array names loop
    execute format('alter table tenant.%I no force row level security', name);
  end loop;
  update tenant.chase_item i set due_on = app.due_then(i.tenant_id, i.subject_id, m.queued_at)
    from tenant.chase_mail m
   where m.tenant_id = i.tenant_id and m.mail_id = i.mail_id;
  update tenant.chase_decision d set due_on = app.due_then(d.tenant_id, d.subject_id, d.decided_at);
  update tenant.action a set agency_id = e.agency_id, unit_id = e.unit_id
    from tenant.register_entry e
   where a.agency_id is null and a.return_id is null and e.tenant_id = a.tenant_id
     and e.entry_id = a.entry_id and e.agency_id is not null;
  foreach name in array names loop
    execute format('alter table tenant.%I force row level security', name);
  end loop;
end $$;
drop function app.due_then(uuid, uuid, timestamptz);
alter table tenant.chase_item alter column due_on set not null;
alter table tenant.chase_decision alter column due_on set not null;

-- 4. A board may remind of plans that it demanded and of evidence that it asked for as well.
alter table tenant.chase_step
  drop constraint chase_step_about,
  add constraint chase_step_about check (about in ('return', 'action', 'plan', 'evidence'));

call app.cover_merge();
