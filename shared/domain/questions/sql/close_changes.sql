with closed as (
  update tenant.thread t
  set waits_for = 'closed', waiting_since = null, messages = t.messages + 1,
      last_at = $2::timestamptz
  where t.tenant_id = app.party() and t.thread_id = any ($1::uuid[]) and t.waits_for = 'agency'
    and t.messages = 1
  returning t.thread_id, t.agency_id, t.messages)
insert into tenant.thread_message
  (tenant_id, thread_id, message_no, message_id, agency_id, side, kind, words, by_name, by_role, at)
select app.party(), c.thread_id, c.messages, gen_random_uuid(), c.agency_id, 'board', 'closed', '',
       $3, $4, $2::timestamptz
from closed c
