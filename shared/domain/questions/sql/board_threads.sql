select t.thread_id, t.tenant_id as board_id, t.agency_id, t.request_id,
       coalesce(t.item_code, '') as item_code, t.begun_by, t.begun_at, t.waits_for,
       t.waiting_since, t.messages, t.last_at, '' as board_name, '' as board_area,
       '' as board_mark, coalesce(e.name, f.name, '') as organisation, q.title as audit,
       q.template_code, q.template_version, m.words as last_words, t.assigned_to,
       a.person_name as assigned_name, e.to_on is not null as organisation_closed
from tenant.thread t
join tenant.request q on q.tenant_id = t.tenant_id and q.request_id = t.request_id
left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
left join tenancy.party_profile f on f.party_id = t.agency_id
join tenant.thread_message m
  on m.tenant_id = t.tenant_id and m.thread_id = t.thread_id and m.message_no = t.messages
left join (select distinct on (c.person_id) c.person_id, c.person_name from identity.colleagues() c
           where c.is_current order by c.person_id) a on a.person_id = t.assigned_to
where t.tenant_id = app.party() and ($1::uuid is null or t.thread_id = $1::uuid)
  and ($2::uuid is null or t.request_id = $2::uuid)
order by t.waits_for = 'board' desc, t.waits_for = 'agency' desc, t.waiting_since, t.last_at desc,
  t.thread_id
limit 5000
