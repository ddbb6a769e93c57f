insert into tenant.plan_answer
  (tenant_id, plan_id, offer_no, agency_id, return_id, ratified, by_group, on_day, minute_ref, words, due_on,
   answered_by, answered_at)
select o.tenant_id, o.plan_id, o.offer_no, o.agency_id, o.return_id, $3::boolean, normalize($4::text), $5::date,
       normalize($6::text), normalize($7::text), $8::date, app.person(), $9::timestamptz
from tenant.plan_offer o
where o.tenant_id = app.party() and o.plan_id = $1::uuid and o.offer_no = $2::int
