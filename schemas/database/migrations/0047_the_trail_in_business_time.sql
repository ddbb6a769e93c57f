-- When something was done by the clock that people go by, beside when the database wrote it down: two clocks, which
-- say the same but where a service is told another day. A program says its moment as microseconds since 1970; whatever
-- else somebody says in its place is nothing. The seal holds it (docs/formats/trail.md); entries from before have none.
create function app.business_time(p_said text default current_setting('onereturn.moment', true))
returns timestamptz
language sql stable
return timestamptz '1970-01-01 00:00:00+00' + substring(p_said from '^[0-9]{1,16}$')::bigint * interval '1 microsecond';
revoke all on function app.business_time(text) from public;
grant execute on function app.business_time(text)
  to scope_board, scope_agency, scope_delivery, scope_merge, scope_review, scope_sight;

alter table tenant.audit_entry add column business_at timestamptz;
alter table tenant.audit_entry alter column business_at set default app.business_time();

-- Lists of the trail are in the order, and on the days, that people read there.
drop index tenant.audit_entry_by_time;
create index audit_entry_by_time on tenant.audit_entry (tenant_id, (coalesce(business_at, at)), entry_no);

-- What is called by itself, in no transaction that a program enters, knows the moment otherwise: from its own
-- parameter, or from what the entry tells of.
do $$
declare
  v_text text := pg_get_functiondef('app.finish_join(uuid, bigint)'::regprocedure);
begin
  if position('p_fence bigint)' in v_text) = 0 then
    raise exception 'app.finish_join is not what this change was written for';
  end if;
  drop function app.finish_join(uuid, bigint);
  execute replace(v_text, 'p_fence bigint)', 'p_fence bigint, p_at timestamptz default null)');
end $$;
revoke all on function app.finish_join(uuid, bigint, timestamptz) from public;
grant execute on function app.finish_join(uuid, bigint, timestamptz) to worker;

do $$
declare
  r record;
  v_before text;
  v_after text;
begin
  for r in select * from (values
    ('carry_progress', 'v_report.at'), ('finish_join', 'p_at'), ('save_answer', 'p_at'),
    ('take_action_answer', 'v_answer.answered_at'), ('write_delivery', 'p_at')
  ) as v (name, moment) loop
    select pg_get_functiondef(p.oid) into strict v_before
      from pg_proc p where p.pronamespace = 'app'::regnamespace and p.proname = r.name;
    v_after := regexp_replace(v_before, '(insert into tenant\.audit_entry\s*\()([^)]*\)\s*values\s*\()',
                              '\1business_at, \2' || r.moment || ', ');
    if v_after = v_before then
      raise exception '% is not what this change was written for', r.name;
    end if;
    execute v_after;
  end loop;
end $$;
