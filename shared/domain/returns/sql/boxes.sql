select request_id, box_no, kind, text, level, point, na_reason, reason, version, saved_at, saved_by,
       confirmed_at
from tenant.board_box
where tenant_id = app.party() and unit_id = $1
order by request_id, kind, box_no
