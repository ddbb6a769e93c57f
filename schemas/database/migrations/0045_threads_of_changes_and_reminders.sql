-- What a board wants changed about one item is a conversation; a reminder about an action leads to the page
-- that needs no account; a review that is given is told by mail.

-- 1. The conversation that an item which went back has begun. Nothing where the agency has not joined.
alter table tenant.sent_back_item add column thread_id uuid;
alter table tenant.sent_back_item add constraint sent_back_item_thread
  foreign key (tenant_id, thread_id, agency_id) references tenant.thread (tenant_id, thread_id, agency_id);
create index sent_back_item_of_thread on tenant.sent_back_item (tenant_id, thread_id)
  where thread_id is not null;

-- 2. The link of one reminder to one action: the same for each try of that mail, so that each secret that went
-- out works, and all of them together once. Unlike "is this done?" it ends no other: two people are reminded of one action.
create function identity.link_reminder(p_mail_id uuid, p_action_id uuid, p_title text, p_due_on date,
  p_name text, p_email text, p_token_hash bytea, p_lifetime interval)
returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := app.sealed_party('board');
  v_link uuid := md5(p_mail_id::text || p_action_id::text)::uuid;
begin
  if app.job() is null then
    raise exception 'this is for a job' using errcode = 'OR001';
  end if;
  delete from identity.action_mail a where a.made_at < now() - interval '1 year';
  insert into identity.link (link_id, purpose, party_id, ref, email, lifetime, expires_at)
  values (v_link, 'action', v_board, p_action_id, lower(p_email), p_lifetime,
          clock_timestamp() + p_lifetime)
  on conflict (link_id) do nothing;
  insert into identity.action_mail (link_id, board_id, action_id, title, due_on, contact_name)
  values (v_link, v_board, p_action_id, p_title, p_due_on, p_name)
  on conflict (link_id) do nothing;
  insert into identity.link_token (token_hash, link_id)
  select p_token_hash, l.link_id from identity.link l
   where l.link_id = v_link and l.party_id = v_board and l.ref = p_action_id;
end $$;
revoke all on function identity.link_reminder(uuid, uuid, text, date, text, text, bytea, interval)
  from public;
grant execute on function identity.link_reminder(uuid, uuid, text, date, text, text, bytea, interval)
  to scope_board;

-- 3. A member hears that a review was given: whose it is, and the days.
create function identity.tell_reviewer(p_person_id uuid, p_from text, p_until text)
returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := app.sealed_party('board');
  v_email text;
  v_name text;
begin
  if char_length(p_from) > 40 or char_length(p_until) > 40 then
    raise exception 'nobody to tell here' using errcode = 'OR001';
  end if;
  select n.email, n.display_name into v_email, v_name
    from identity.membership m join identity.person n on n.person_id = m.person_id
   where m.party_id = v_board and m.person_id = p_person_id and m.role in ('member', 'reviewer')
     and (m.to_at is null or m.to_at > now()) and n.email is not null and n.disabled_at is null
   limit 1;
  if v_email is null then
    return false;
  end if;
  perform identity.post(v_board, 'review_given', v_email,
    (select jsonb_build_object('name', v_name, 'board', f.name, 'from', p_from, 'until', p_until)
       from tenancy.party_profile f where f.party_id = v_board));
  return true;
end $$;
revoke all on function identity.tell_reviewer(uuid, text, text) from public;
grant execute on function identity.tell_reviewer(uuid, text, text) to scope_board;

call app.cover_merge();
