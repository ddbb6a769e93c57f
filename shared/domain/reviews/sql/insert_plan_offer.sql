insert into tenant.plan_offer
  (tenant_id, plan_id, offer_no, agency_id, return_id, words, offered_name, offered_by, offered_at)
select p.tenant_id, p.plan_id, $2::int, p.agency_id, p.return_id, normalize($3::text), $4::text, app.person(),
       $5::timestamptz
from tenant.plan p
where p.agency_id = app.party() and p.plan_id = $1::uuid
