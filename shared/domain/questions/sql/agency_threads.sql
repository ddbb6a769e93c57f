select t.thread_id, t.tenant_id as board_id, t.agency_id, t.request_id,
       coalesce(t.item_code, '') as item_code, t.begun_by, t.begun_at, t.waits_for,
       t.waiting_since, t.messages, t.last_at, p.name as board_name, p.area as board_area,
       p.mark as board_mark, coalesce(u.name, '') as organisation, q.title as audit, q.template_code,
       q.template_version, m.words as last_words
from tenant.thread t
join tenant.request q on q.tenant_id = t.tenant_id and q.request_id = t.request_id
left join tenant.unit u on u.tenant_id = q.agency_id and u.unit_id = q.unit_id
join tenancy.party_profile p on p.party_id = t.tenant_id
join tenant.thread_message m
  on m.tenant_id = t.tenant_id and m.thread_id = t.thread_id and m.message_no = t.messages
where t.agency_id = app.party() and ($1::uuid is null or t.thread_id = $1::uuid)
  and ($2::uuid is null or t.request_id = $2::uuid)
order by t.waits_for = 'agency' desc, t.waits_for = 'board' desc, t.waiting_since, t.last_at desc,
  t.thread_id
limit 2000
