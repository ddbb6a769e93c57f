with recursive above as (
  select u.parent_unit_id as unit_id, 1 as far
  from tenant.unit u
  where u.tenant_id = app.party() and u.unit_id = $1 and u.parent_unit_id is not null
  union all
  select u.parent_unit_id, a.far + 1
  from above a
  join tenant.unit u on u.tenant_id = app.party() and u.unit_id = a.unit_id
  where u.parent_unit_id is not null)
select b.unit_id, b.version, b.text
from above a
join tenant.common_box b
  on b.tenant_id = app.party() and b.unit_id = a.unit_id and b.board_id = $2
 and b.template_code = $3 and b.box_no = $4 and b.text <> ''
order by a.far
limit 1
