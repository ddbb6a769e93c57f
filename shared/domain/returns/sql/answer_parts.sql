select requirement_code, facet_code, low, high
from tenant.answer_part
where tenant_id = app.party() and unit_id = $1
order by requirement_code, facet_code
