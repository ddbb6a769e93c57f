insert into tenant.plan_line
  (tenant_id, plan_id, offer_no, line_no, agency_id, return_id, about, what, how, lead, by_on, progress)
select p.tenant_id, p.plan_id, $2::int, l.line_no, p.agency_id, p.return_id, l.about, l.what, l.how, l.lead,
       l.by_on, l.progress
from tenant.plan p
cross join unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::text[])
  with ordinality as l (about, what, how, lead, by_on, progress, line_no)
where p.agency_id = app.party() and p.plan_id = $1::uuid
