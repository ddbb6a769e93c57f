insert into tenant.evaluation_presence as p (tenant_id, person_id, evaluation_id, box_no, seen_at)
values (app.party(), app.person(), $1::uuid, $2, $3::timestamptz)
on conflict on constraint evaluation_presence_key do update
  set evaluation_id = excluded.evaluation_id, box_no = excluded.box_no, seen_at = excluded.seen_at
