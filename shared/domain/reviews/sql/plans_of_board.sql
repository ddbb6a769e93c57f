select p.plan_id, p.return_id, p.title, p.words, p.due_on, p.asked_at, p.withdrawn_at, n.name as organisation, n.to_on is not null as organisation_closed,
       null::text as board, o.offer_no, o.words as offer_words, o.offered_name, o.offered_at, a.ratified, a.by_group,
       a.on_day, a.minute_ref, a.words as answer_words, a.due_on as next_due_on, a.answered_at
from tenant.plan p
join tenant.return r on r.tenant_id = p.tenant_id and r.return_id = p.return_id
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.register_entry n on n.tenant_id = q.tenant_id and n.entry_id = q.entry_id
left join tenant.plan_offer o on o.tenant_id = p.tenant_id and o.plan_id = p.plan_id
left join tenant.plan_answer a
  on a.tenant_id = o.tenant_id and a.plan_id = o.plan_id and a.offer_no = o.offer_no
where p.tenant_id = app.party() and ($1::uuid is null or p.return_id = $1::uuid)
  and ($2::uuid is null or p.plan_id = $2::uuid)
order by p.asked_at desc, p.plan_id, o.offer_no desc
