select coalesce(sum(identity.tell_leads(q.agency_id, q.unit_id, 'return_asked',
         to_char(q.due_on, 'FMDD FMMonth YYYY'), $2::date, make_interval(secs => $3::double precision))), 0)::int as told
from (
  select agency_id, unit_id, min(due_on) as due_on
  from tenant.request
  where tenant_id = app.party() and request_id = any ($1::uuid[]) and agency_id is not null
  group by agency_id, unit_id
  order by min(due_on), agency_id, unit_id) q
