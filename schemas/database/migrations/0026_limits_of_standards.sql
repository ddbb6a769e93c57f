-- A colleague's limit to some standards held for what backs and explains an answer and for what a merge
-- left to settle; and three doors that were wider than they say: who is invited, who joins, whose piece a
-- version is of.

-- What an explanation is about ends the key of the query: a question, or a place of the form after the
-- word for its kind, then perhaps what was found there.
create function app.may_explain(p_board_id uuid, p_request_id uuid, p_subject text) returns boolean
language plpgsql stable security invoker
as $$
declare
  v_place text := split_part(regexp_replace(p_subject, '^(own|box|item|local):', ''), ':', 1);
begin
  return case when exists (select from catalogue.requirement r where r.requirement_code = v_place)
              then identity.may_write(v_place)
              else app.may_write_box(p_board_id, p_request_id, v_place) end;
end $$;

-- Common words of a form are whoever's may write there in any form that the board has asked for.
create function app.may_settle(p_requirement_code text, p_board_id uuid, p_box_no text) returns boolean
language plpgsql stable security invoker
as $$
begin
  return case when p_requirement_code is not null then identity.may_write(p_requirement_code)
              else identity.my_standards() is null or exists (
                select from tenant.request q
                 where q.tenant_id = p_board_id and q.agency_id = app.party()
                   and app.may_write_place(q.template_code, null, p_box_no)) end;
end $$;

grant execute on function app.may_explain(uuid, uuid, text), app.may_settle(text, uuid, text)
  to scope_agency;

-- Each policy keeps its rule and gets one more. Whoever may read a piece need not be whose it is: a
-- version is added by the unit that the piece belongs to.
do $$
declare
  r record;
  p record;
  v_rule text;
begin
  for r in select * from (values
    ('citation', 'a w', 'app.may_write_subject(requirement_code, board_id, request_id, box_no)'),
    ('explanation', 'a', 'app.may_explain(board_id, request_id, subject)'),
    ('merged_answer', 'w', 'app.may_settle(requirement_code, board_id, box_no)'),
    ('evidence_version', 'a', 'exists (select from tenant.evidence e'
      ' where e.tenant_id = evidence_version.tenant_id and e.evidence_id = evidence_version.evidence_id'
      ' and coalesce(e.unit_id, e.tenant_id)'
      ' = coalesce((select app.sealed_unit(''agency'')), e.unit_id, e.tenant_id))')
  ) as v (name, verbs, rule) loop
    for p in select o.polname, o.polcmd, pg_get_expr(o.polqual, o.polrelid) as found,
                    pg_get_expr(o.polwithcheck, o.polrelid) as checked
               from pg_policy o
              where o.polrelid = ('tenant.' || r.name)::regclass
                and o.polroles = array['scope_agency'::regrole::oid]
                and o.polcmd::text = any (string_to_array(r.verbs, ' ')) loop
      v_rule := '(' || coalesce(p.checked, p.found) || ') and ' || r.rule;
      execute format('alter policy %I on tenant.%I %s', p.polname, r.name,
        case p.polcmd when 'a' then format('with check (%s)', v_rule)
                      else format('using (%1$s) with check (%1$s)', v_rule) end);
    end loop;
    if not found then
      raise exception 'tenant.% has no policy that this change was written for', r.name;
    end if;
  end loop;
end $$;

-- A lead invites into the roles of an agency; and only the lead of the whole agency joins a board.
do $$
declare
  r record;
  v_text text;
begin
  for r in select * from (values
    ('identity.invite_colleague(text, text, text, text, uuid, text[])', e'\nbegin\n',
     e'\nbegin\n  if p_role not in (''contributor'', ''lead'', ''authoriser'') then\n'
     || e'    raise exception ''no such role here, constraint "membership_role"''\n'
     || e'      using errcode = ''23514'', constraint = ''membership_role'';\n  end if;\n'),
    ('tenancy.accept_join(bytea, uuid)', 'identity.acting_as(''lead'')', 'identity.led_agency()')
  ) as v (name, place, put) loop
    v_text := pg_get_functiondef(r.name::regprocedure);
    if position(r.place in v_text) = 0 then
      raise exception '% is not what this change was written for', r.name;
    end if;
    execute replace(v_text, r.place, r.put);
  end loop;
end $$;
