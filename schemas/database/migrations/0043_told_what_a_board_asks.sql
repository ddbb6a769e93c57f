-- What a board asks of an agency is told by mail to those who lead there: a return, a piece of evidence, a plan. Once
-- a day for each board and kind, in the board's working hours; the mail says that it is there, and nothing of it.

-- What the day's mail was about, beside a conversation: "evidence_asked", with the board that asked.
alter table identity.told_of_answer
  add column about app.line not null default '',
  drop constraint told_of_answer_key;
alter table identity.told_of_answer
  add constraint told_of_answer_key primary key (membership_id, on_day, about);

-- p_wait: how long until the board's working hours. Answers how many mails were queued.
create function identity.tell_leads(
  p_agency_id uuid, p_unit_id uuid, p_kind text, p_due text, p_day date, p_wait interval)
returns integer
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := app.sealed_party('board');
  v_told integer := 0;
  v_mail uuid;
  r record;
begin
  if p_kind not in ('return_asked', 'evidence_asked', 'plan_asked') or char_length(p_due) > 40
     or p_wait < interval '0' or p_wait > interval '60 days' then
    raise exception 'nothing to tell here' using errcode = 'OR001';
  end if;
  for r in
    select distinct on (n.email) m.membership_id, n.email, n.display_name
      from identity.membership m join identity.person n on n.person_id = m.person_id
     where m.party_id = p_agency_id and m.role = 'lead'
       and (m.to_at is null or m.to_at > now()) and n.email is not null and n.disabled_at is null
       and (m.unit_id is null or m.unit_id = p_unit_id)
       and not exists (select from identity.client c where c.person_id = m.person_id)
       and exists (select from tenancy.connection c
                    where c.board_id = v_board and c.agency_id = p_agency_id and c.ended_at is null)
     order by n.email, m.membership_id
     limit 50
  loop
    insert into identity.told_of_answer as t (membership_id, on_day, about)
    values (r.membership_id, p_day, p_kind || ' ' || v_board::text)
    on conflict on constraint told_of_answer_key do nothing;
    continue when not found;
    v_mail := identity.post(v_board, p_kind, r.email,
      (select jsonb_build_object('name', r.display_name, 'board', f.name, 'due', p_due)
         from tenancy.party_profile f where f.party_id = v_board));
    if p_wait > interval '0' then
      update jobs.job j set not_before = now() + p_wait
       where j.kind = 'send_mail' and j.party_id is null and j.source_tenant is null and j.source_ref = v_mail;
    end if;
    v_told := v_told + 1;
  end loop;
  return v_told;
end $$;
revoke all on function identity.tell_leads(uuid, uuid, text, text, date, interval) from public;
grant execute on function identity.tell_leads(uuid, uuid, text, text, date, interval) to scope_board;
