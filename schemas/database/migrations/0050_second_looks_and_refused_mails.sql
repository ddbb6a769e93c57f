-- A second look that waits is told to the chair by mail; a mail about an action that is refused, or that comes
-- back later, marks the contact as a reminder does.

-- The chair, or where nobody is or may be it, the managers: whoever graded or sent it is named and left out. Nobody
-- is told twice on a day. Answers how many mails were queued.
create function identity.tell_second_look(p_not uuid[], p_day date) returns integer
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := app.sealed_party('board');
  v_told integer := 0;
  r record;
begin
  for r in
    with here as (
      select distinct on (m.person_id) m.membership_id, m.role, n.email, n.display_name
        from identity.membership m join identity.person n on n.person_id = m.person_id
       where m.party_id = v_board and m.role in ('chair', 'manager')
         and (m.to_at is null or m.to_at > now()) and n.email is not null and n.disabled_at is null
         and m.person_id <> all (p_not)
         and not exists (select from identity.client c where c.person_id = n.person_id)
       order by m.person_id, m.role, m.from_at, m.membership_id)
    select h.membership_id, h.email, h.display_name from here h
     where h.role = 'chair' or not exists (select from here c where c.role = 'chair')
     order by h.membership_id limit 50
  loop
    insert into identity.told_of_answer as t (membership_id, on_day, about)
    values (r.membership_id, p_day, 'second_look_waits')
    on conflict on constraint told_of_answer_key do nothing;
    continue when not found;
    perform identity.post(v_board, 'second_look_waits', r.email,
      (select jsonb_build_object('name', r.display_name, 'board', f.name)
         from tenancy.party_profile f where f.party_id = v_board));
    v_told := v_told + 1;
  end loop;
  return v_told;
end $$;

-- Where a mail about an action comes back to, of this one try.
create function identity.note_return_path(p_job_id uuid, p_fence bigint, p_return_path bytea) returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  update identity.mail m set return_path = p_return_path
    from jobs.job j
   where m.mail_id = j.source_ref and j.job_id = p_job_id and j.fence = p_fence and j.kind = 'send_mail'
     and m.kind = 'action_asked' and m.closed_at is null;
$$;

-- What is refused on sending is told to the board whose contact it is.
create or replace function identity.close_mail(p_job_id uuid, p_fence bigint, p_refused text) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_mail identity.mail;
begin
  update identity.mail m set closed_at = clock_timestamp(), fields = '{}', refused = left(p_refused, 300)
    from jobs.job j where m.mail_id = j.source_ref and j.job_id = p_job_id and j.fence = p_fence
  returning m.* into v_mail;
  if p_refused <> '' and v_mail.kind = 'action_asked' then
    insert into jobs.job (kind, scope, party_id, source_tenant, source_ref)
    values ('note_bounce', 'board', v_mail.party_id, v_mail.party_id, v_mail.mail_id);
  end if;
  perform jobs.finish(p_job_id, p_fence);
end $$;

create or replace function operator.mail_bounced(p_return_path bytea, p_reason text) returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_mail identity.mail;
begin
  select * into v_mail from identity.mail m
   where m.return_path = p_return_path and m.kind in ('chase', 'action_asked') for update;
  if not found then
    return 'unknown';
  end if;
  if v_mail.refused <> '' then
    return 'before';
  end if;
  update identity.mail m set refused = left(p_reason, 300) where m.mail_id = v_mail.mail_id;
  insert into jobs.job (kind, scope, party_id, source_tenant, source_ref)
  values ('note_bounce', 'board', v_mail.party_id, v_mail.party_id, v_mail.mail_id);
  return 'noted';
end $$;

-- What came back, to whom it had gone, and the action that it was about where it was none of the reminders.
drop function identity.bounce_of_chase();
create function identity.bounced_mail() returns table (kind text, email text, reason text, action_id uuid)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select m.kind::text, m.email::text, m.refused::text, a.action_id
    from identity.mail m
    left join identity.action_mail a on a.link_id = m.link_id and a.board_id = m.party_id
   where m.mail_id = app.sealed_ref('board') and m.party_id = app.sealed_party('board')
     and m.kind in ('chase', 'action_asked') and m.refused <> '';
$$;

revoke all on function identity.tell_second_look(uuid[], date), identity.note_return_path(uuid, bigint, bytea),
  identity.bounced_mail() from public;
grant execute on function identity.tell_second_look(uuid[], date), identity.bounced_mail() to scope_board;
grant execute on function identity.note_return_path(uuid, bigint, bytea) to worker, scope_system;
