insert into tenant.thread
  (tenant_id, thread_id, agency_id, request_id, item_code, begun_by, begun_at, waits_for,
   waiting_since, last_at, written_by)
select app.party(), c.thread_id, $1::uuid, $2::uuid, nullif(c.item, ''), 'board', $5::timestamptz,
       'agency', $5::timestamptz, $5::timestamptz, app.person()
from unnest($3::uuid[], $4::text[]) as c (thread_id, item)
