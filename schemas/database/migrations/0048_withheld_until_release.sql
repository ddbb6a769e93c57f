-- An action that a board adds out of an evaluation is a part of it: the agency, and a council that reads the board's
-- actions, have it from the release on. What of a return is still open is counted where it is asked.

alter table tenant.action
  add column withheld boolean not null default false,
  add constraint action_withheld_has_a_return check (not withheld or return_id is not null);
grant update (withheld, entry_id) on tenant.action to scope_board;

do $$
declare
  p record;
begin
  for p in select y.polname, pg_get_expr(y.polqual, y.polrelid) as rule from pg_policy y
            where y.polrelid = 'tenant.action'::regclass
              and y.polname in ('action_agency_reads', 'action_sight_reads') loop
    execute format('alter policy %I on tenant.action using (%s and not withheld)', p.polname, p.rule);
  end loop;
end $$;

-- What is there already: what the agency has answered, or was mailed about, it keeps.
update tenant.action a set withheld = true
 where a.source_kind = 'evaluation' and a.return_id is not null and a.said = '' and not a.asked_again
   and not exists (select from tenant.evaluation_release e
                    where e.tenant_id = a.tenant_id and e.return_id = a.return_id)
   and not exists (select from tenant.action_status s
                    where s.tenant_id = a.tenant_id and s.action_id = a.action_id
                      and (s.kind = 'mailed' or s.by_kind <> 'board'));

-- The counter of a return's actions was never lowered: nothing counts on it any more.
do $$
declare
  f record;
  v_text text;
begin
  for f in select p.oid, p.proname from pg_proc p
            where p.pronamespace = 'app'::regnamespace and p.prokind = 'f'
              and position('actions_open' in p.prosrc) > 0 loop
    v_text := pg_get_functiondef(f.oid);
    v_text := replace(v_text, E'ratings_chosen, actions_open,\n     received_at)',
                      E'ratings_chosen,\n     received_at)');
    v_text := replace(v_text, E'p_counts[1], p_counts[2],\n     cardinality(p_action_whats), v_at)',
                      E'p_counts[1], p_counts[2], v_at)');
    v_text := replace(v_text, E'ratings_chosen = p_counts[2],\n'
      '             actions_open = r.actions_open + (select count(*) from unnest(v_new) n where n)\n',
      E'ratings_chosen = p_counts[2]\n');
    v_text := replace(v_text, E'ratings_chosen = v_version.chosen_count,\n         actions_open = r.actions_open\n'
      '           + (select count(*) from tenant.return_action n\n               where n.tenant_id = v_board'
      ' and n.return_id = p_return and n.version_no = p_version and n.is_new)\n',
      E'ratings_chosen = v_version.chosen_count\n');
    if position('actions_open' in v_text) > 0 then
      raise exception 'app.% counts actions in a way that this change was not written for', f.proname;
    end if;
    execute v_text;
  end loop;
end $$;
alter table tenant.return drop column actions_open;

-- Due within three months, or never done, and asked for nothing: the home page's figure, the register's filter and its
-- count are this one rule.
create function app.falls_due(p_asked boolean, p_due_on date, p_today date) returns boolean
language sql immutable security invoker parallel safe
as $$
  select not p_asked and coalesce(p_due_on <= p_today + 90, true);
$$;
revoke all on function app.falls_due(boolean, date, date) from public;
grant execute on function app.falls_due(boolean, date, date) to scope_board;

call app.cover_merge();
