insert into tenant.thread
  (tenant_id, thread_id, agency_id, request_id, item_code, begun_by, begun_at, waits_for,
   waiting_since, last_at)
values ($1::uuid, $2::uuid, app.party(), $3::uuid, nullif($4, ''), 'agency', $5::timestamptz,
        'board', $5::timestamptz, $5::timestamptz)
on conflict do nothing
