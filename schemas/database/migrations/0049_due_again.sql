-- A return that was given back for changes is due again by the day that the board set then. Until it has come
-- again nobody is asked by, or late after, the day for which it was asked first.
alter table tenant.return add column back_by date;
grant update (back_by) on tenant.return to scope_board;

-- The day by which one request is to be in.
create function app.due_day(p_due_on date, p_return_state text, p_back_by date) returns date
language sql immutable security invoker parallel safe
as $$
  select case when p_return_state = 'returned' then coalesce(p_back_by, p_due_on) else p_due_on end;
$$;

-- Whether it is the organisation's turn, and that day has passed.
create function app.is_late(p_standing text, p_due_on date, p_today date) returns boolean
language sql immutable security invoker parallel safe
as $$
  select p_standing in ('awaited', 'sent_back') and p_due_on < p_today;
$$;

-- What is with an organisation now. The owner sees no row of a sealed table.
do $$
begin
  alter table tenant.return no force row level security;
  alter table tenant.sent_back no force row level security;
  update tenant.return r set back_by = s.due_on
    from (select distinct on (b.tenant_id, b.return_id) b.tenant_id, b.return_id, b.due_on
            from tenant.sent_back b where b.withdrawn_at is null
           order by b.tenant_id, b.return_id, b.round_no desc) s
   where s.tenant_id = r.tenant_id and s.return_id = r.return_id and r.state = 'returned';
  alter table tenant.sent_back force row level security;
  alter table tenant.return force row level security;
end $$;

revoke all on function app.due_day(date, text, date), app.is_late(text, date, date) from public;
grant execute on function app.due_day(date, text, date), app.is_late(text, date, date)
  to scope_board, scope_sight;
