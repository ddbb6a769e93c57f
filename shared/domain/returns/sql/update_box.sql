with changed as (
  update tenant.board_box
  set text = normalize($6::text), level = $7, point = $8, na_reason = normalize($9::text),
      reason = normalize($10::text), mode = 'own', inherited_version = null,
      version = version + 1, saved_by = app.person(),
      saved_at = coalesce($11::timestamptz, now()),
      confirmed_at = case when $13::boolean then coalesce($11::timestamptz, now()) end
  where tenant_id = app.party() and unit_id = $1 and request_id = $2 and board_id = $3
    and box_no = $4 and kind = $5 and version = $12
  returning *)
insert into tenant.board_box_version
  (tenant_id, unit_id, request_id, board_id, box_no, kind, version, text, level, point, na_reason,
   reason, saved_by, saved_at, confirmed)
select tenant_id, unit_id, request_id, board_id, box_no, kind, version, text, level, point,
       na_reason, reason, saved_by, saved_at, confirmed_at is not null
from changed
returning version, saved_at
