insert into tenant.assignment as a
  (tenant_id, unit_id, place_kind, place, person_id, note, by_on, given_by, given_at)
values (app.party(), $1, $2, $3, $4, normalize($5::text), $6, app.person(), $7)
on conflict (tenant_id, unit_id, place_kind, place, person_id) where ended_at is null
do update set note = excluded.note, by_on = excluded.by_on
