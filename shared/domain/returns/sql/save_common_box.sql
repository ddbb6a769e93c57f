with written as (
  insert into tenant.common_box as c
    (tenant_id, unit_id, board_id, template_code, box_no, text, saved_by, saved_at)
  values (app.party(), $1, $2, $3, $4, normalize($5::text), app.person(), $6)
  on conflict on constraint common_box_key do update
    set text = excluded.text, version = c.version + 1, saved_by = excluded.saved_by,
        saved_at = excluded.saved_at
    where c.version = $7
  returning *)
insert into tenant.common_box_version
  (tenant_id, unit_id, board_id, template_code, box_no, version, text, saved_by, saved_at)
select tenant_id, unit_id, board_id, template_code, box_no, version, text, saved_by, saved_at
from written
returning version
