with made as (
  insert into tenant.board_box
    (tenant_id, unit_id, request_id, board_id, box_no, kind, text, level, point, na_reason, reason,
     saved_by, saved_at, confirmed_at)
  values (app.party(), $1, $2, $3, $4, $5, normalize($6::text), $7, $8, normalize($9::text),
          normalize($10::text), app.person(), coalesce($11::timestamptz, now()),
          case when $12::boolean then coalesce($11::timestamptz, now()) end)
  on conflict on constraint board_box_key do nothing
  returning *)
insert into tenant.board_box_version
  (tenant_id, unit_id, request_id, board_id, box_no, kind, version, text, level, point, na_reason,
   reason, saved_by, saved_at, confirmed)
select tenant_id, unit_id, request_id, board_id, box_no, kind, version, text, level, point,
       na_reason, reason, saved_by, saved_at, confirmed_at is not null
from made
returning version, saved_at
