insert into tenant.thread_message
  (tenant_id, thread_id, message_no, message_id, agency_id, side, kind, words, by_name, by_role, at)
select app.party(), c.thread_id, 1, gen_random_uuid(), $1::uuid, 'board', 'question',
       normalize(c.words), $4, $5, $6::timestamptz
from unnest($2::uuid[], $3::text[]) as c (thread_id, words)
