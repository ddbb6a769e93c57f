select board_id, requirement_code, level, na_reason, describes, knows, improve, version, saved_at, saved_by,
       confirmed_at
from tenant.board_answer
where tenant_id = app.party() and unit_id = $1
order by board_id, requirement_code
