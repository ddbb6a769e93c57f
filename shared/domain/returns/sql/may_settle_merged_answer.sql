select app.may_settle(requirement_code, board_id, box_no) as may
from tenant.merged_answer
where tenant_id = app.party() and merged_id = $1 and settled_at is null
