select l.offer_no, l.about, l.what, l.how, l.lead, l.by_on, l.progress
from tenant.plan_line l
where l.plan_id = $1::uuid and app.party() in (l.tenant_id, l.agency_id)
order by l.offer_no, l.line_no
