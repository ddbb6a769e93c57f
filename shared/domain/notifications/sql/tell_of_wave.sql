with asked as materialized (
  select request_id, entry_id, agency_id, unit_id, due_on
  from tenant.request
  where tenant_id = app.party() and audit_id = $1 and asked_at = $2::timestamptz)
select (select count(distinct entry_id)::int from asked where agency_id is null) as not_joined,
       coalesce((
         select sum(identity.tell_leads(q.agency_id, q.unit_id, 'return_asked',
                  to_char(q.due_on, 'FMDD FMMonth YYYY'), $3::date, make_interval(secs => $4::double precision)))
         from (
           select agency_id, unit_id, min(due_on) as due_on
           from asked
           where agency_id is not null
           group by agency_id, unit_id
           order by min(due_on), agency_id, unit_id) q), 0)::int as told
