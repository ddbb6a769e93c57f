select requirement_code, level, na_reason, confirmed_at, version, saved_at, saved_by
from tenant.answer
where tenant_id = app.party() and unit_id = $1
order by requirement_code
