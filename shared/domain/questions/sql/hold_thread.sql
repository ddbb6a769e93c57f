select t.thread_id, t.tenant_id as board_id, t.agency_id, t.request_id,
       coalesce(t.item_code, '') as item_code, t.begun_by, t.begun_at, t.waits_for,
       t.waiting_since, t.messages, t.last_at
from tenant.thread t
where app.party() in (t.tenant_id, t.agency_id) and t.thread_id = $1::uuid
for update of t
