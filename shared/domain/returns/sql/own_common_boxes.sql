select board_id, template_code, box_no, version, text
from tenant.common_box
where tenant_id = app.party() and unit_id = $1
order by board_id, template_code, box_no
