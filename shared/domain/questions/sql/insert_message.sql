insert into tenant.thread_message
  (tenant_id, thread_id, message_no, message_id, agency_id, side, kind, words, by_name, by_role, at)
select $1::uuid, $2::uuid, $3::int, $4::uuid, $5::uuid, $6, $7, normalize($8::text), $9, $10,
       $11::timestamptz
where app.party() in ($1::uuid, $5::uuid)
