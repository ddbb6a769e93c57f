with marked as (
  update tenant.board_box
  set mode = 'inherits', inherited_version = $5
  where tenant_id = app.party() and unit_id = $1 and request_id = $2 and box_no = $3
    and kind = 'direct')
insert into tenant.inherited_box
  (tenant_id, unit_id, request_id, box_no, from_unit_id, from_version, here)
values (app.party(), $1, $2, $3, $4, $5, normalize($6::text))
on conflict on constraint inherited_box_key do update
  set from_unit_id = excluded.from_unit_id, from_version = excluded.from_version,
      here = excluded.here
