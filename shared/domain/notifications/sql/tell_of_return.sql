select coalesce(sum(identity.tell_leads(r.agency_id, q.unit_id, $2, coalesce(to_char($3::date, 'FMDD FMMonth YYYY'), ''),
         $4::date, make_interval(secs => $5::double precision))), 0)::int as told
from tenant.return r
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
where r.tenant_id = app.party() and r.return_id = $1 and r.agency_id is not null
