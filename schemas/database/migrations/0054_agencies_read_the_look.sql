-- An agency's papers look like those of the board that asked (0064): whoever sees a request reads how its board's papers
-- look, and neither who chose it nor when.
create policy report_look_agency_reads on tenant.report_look for select to scope_agency
  using ((select app.sealed_scope('agency')) and exists (
    select from tenant.request q where q.tenant_id = report_look.tenant_id
       and q.agency_id = (select app.sealed_party('agency'))));
grant select (tenant_id, name, colour, logo, logo_type, version) on tenant.report_look to scope_agency;

-- A look is nobody's but the board's: it stays where it is when two rooms become one.
do $$
declare
  v_text text := pg_get_functiondef('app.merge_plan()'::regprocedure);
begin
  if position('''presence''' in v_text) = 0 then
    raise exception 'the plan of a merge is not what this change was written for';
  end if;
  execute replace(v_text, '''presence''', '''presence'', ''report_look''');
end $$;

call app.cover_merge();
