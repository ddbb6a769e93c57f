select m.thread_id, m.message_no, m.side, m.kind, m.words, m.by_name, m.by_role, m.at
from tenant.thread t
join tenant.thread_message m on m.tenant_id = t.tenant_id and m.thread_id = t.thread_id
where t.tenant_id = app.party() and t.request_id = $1::uuid and t.item_code = any ($2::text[])
order by m.thread_id, m.message_no
