insert into tenant.thread
  (tenant_id, thread_id, agency_id, request_id, item_code, begun_by, begun_at, waits_for,
   waiting_since, last_at, written_by)
values (app.party(), $2::uuid, $1::uuid, $3::uuid, nullif($4, ''), 'board', $5::timestamptz,
        'agency', $5::timestamptz, $5::timestamptz, app.person())
on conflict do nothing
