select level, na_reason, describes, knows, improve, version, saved_at, saved_by
from tenant.board_answer
where tenant_id = app.party() and unit_id = $1 and board_id = $2 and requirement_code = $3
