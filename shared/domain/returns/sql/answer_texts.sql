select requirement_code, role, facet_key, text
from tenant.answer_text
where tenant_id = app.party() and unit_id = $1
order by requirement_code, role, facet_key
