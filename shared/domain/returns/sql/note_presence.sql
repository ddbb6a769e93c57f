insert into tenant.presence as p (tenant_id, person_id, unit_id, place_kind, place, seen_at)
select app.party(), app.person(), $1::uuid, $2::text, $3::text, $4::timestamptz
where not exists (
  select from tenant.presence n
  where n.tenant_id = app.party() and n.person_id = app.person() and n.unit_id = $1::uuid
    and n.place_kind = $2::text and n.place = $3::text
    and n.seen_at >= $4::timestamptz - interval '1 minute')
on conflict on constraint presence_key do update
  set place_kind = excluded.place_kind, place = excluded.place, seen_at = excluded.seen_at
returning set_config('synchronous_commit', 'off', true)
