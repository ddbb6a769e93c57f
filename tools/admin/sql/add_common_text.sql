with made as (
  insert into tenant.common_box
    (tenant_id, unit_id, board_id, template_code, box_no, text, saved_by)
  values (app.party(), $1::uuid, $2::uuid, $3, $4, $5, app.person())
  on conflict do nothing
  returning *)
insert into tenant.common_box_version
  (tenant_id, unit_id, board_id, template_code, box_no, version, text, saved_by, saved_at)
select tenant_id, unit_id, board_id, template_code, box_no, version, text, saved_by, saved_at
from made
