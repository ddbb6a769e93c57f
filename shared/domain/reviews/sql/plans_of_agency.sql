select p.plan_id, p.return_id, p.title, p.words, p.due_on, p.asked_at, p.withdrawn_at, null::text as organisation, false as organisation_closed,
       f.name as board, o.offer_no, o.words as offer_words, o.offered_name, o.offered_at, a.ratified, a.by_group,
       a.on_day, a.minute_ref, a.words as answer_words, a.due_on as next_due_on, a.answered_at
from tenant.plan p
join tenancy.party_profile f on f.party_id = p.tenant_id
left join tenant.plan_offer o on o.tenant_id = p.tenant_id and o.plan_id = p.plan_id
left join tenant.plan_answer a
  on a.tenant_id = o.tenant_id and a.plan_id = o.plan_id and a.offer_no = o.offer_no
where p.agency_id = app.party() and ($1::uuid is null or p.plan_id = $1::uuid)
order by p.asked_at desc, p.plan_id, o.offer_no desc
