insert into tenant.presence as p (tenant_id, person_id, unit_id, place_kind, place, seen_at)
values (app.party(), app.person(), $1, $2, $3, $4)
on conflict on constraint presence_key do update
  set place_kind = excluded.place_kind, place = excluded.place, seen_at = excluded.seen_at
  where p.place_kind <> excluded.place_kind or p.place <> excluded.place
     or p.seen_at < excluded.seen_at - interval '1 minute'
