select request_id, box_no, by_on, by_whom
from tenant.promise
where tenant_id = app.party() and unit_id = $1 and kept_at is null
order by request_id, box_no
