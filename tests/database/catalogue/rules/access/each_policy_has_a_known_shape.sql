select p.polrelid::regclass || ': ' || p.polname || ' ' || e.text from pg_policy p
   join pg_roles r on r.oid = p.polroles[1]
   cross join lateral (values (pg_get_expr(p.polqual, p.polrelid)),
                              (pg_get_expr(p.polwithcheck, p.polrelid))) as e (text)
   cross join lateral (select substr(r.rolname, 7) as scope) s
  where e.text is not null
    and e.text !~ ('^\(+(tenant_id|agency_id|board_id|party_id|to_party) = \( SELECT app\.sealed_'
                   || '(party|source)\(''' || s.scope || '''::text\) AS ')
    -- A merge alone holds two rooms of one organisation, whose leads have both agreed.
    and not (s.scope = 'merge' and e.text ~ ('^\((tenant_id|agency_id) = ANY \(+ SELECT '
             || 'app\.sealed_rooms\(''merge''::text\) AS sealed_rooms\)+(::uuid\[\]\)*)?$'))
    -- What a board tells all of its agencies is read through an open request of the reader's own (0053).
    and not (p.polname in ('guidance_agency_reads', 'guidance_version_agency_reads')
             and e.text ~ '^\(+ SELECT app\.sealed_scope\(''agency''::text\) AS sealed_scope\) AND '
             and e.text ~ 'agency_id = \( SELECT app\.sealed_party\(''agency''|FROM tenant\.guidance g')
    -- How a board's papers look is read through any request of the reader's own (0064).
    and not (p.polname = 'report_look_agency_reads'
             and e.text ~ '^\(+ SELECT app\.sealed_scope\(''agency''::text\) AS sealed_scope\) AND \(EXISTS '
             and e.text ~ 'FROM tenant\.request q\s+WHERE \(+q\.tenant_id = report_look\.tenant_id\) AND '
             and e.text ~ 'q\.agency_id = \( SELECT app\.sealed_party\(''agency''')
    -- What was written about an action before its organisation joined is read by whose the action is.
    and not (p.polname = 'action_status_agency_reads'
             and e.text ~ '^\(EXISTS \( SELECT\s+FROM tenant\.action a\s+WHERE \(+a\.tenant_id = action_status\.tenant_id'
             and e.text ~ 'a\.agency_id = \( SELECT app\.sealed_party\(''agency''::text\)')
    and e.text !~ ('^\( SELECT app\.sealed_scope\(''' || s.scope || '''::text\) AS ')

-- the fault that must be noticed
create policy planted on tenant.action_link for delete to scope_agency using (tenant_id = app.party())
