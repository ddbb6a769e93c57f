select version, text, level, point, na_reason, reason, saved_by, saved_at
from tenant.board_box
where tenant_id = app.party() and unit_id = $1 and request_id = $2 and box_no = $3 and kind = $4
