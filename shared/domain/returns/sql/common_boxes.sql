with recursive above as (
  select u.parent_unit_id as unit_id, 1 as far
  from tenant.unit u
  where u.tenant_id = app.party() and u.unit_id = $1 and u.parent_unit_id is not null
  union all
  select u.parent_unit_id, a.far + 1
  from above a
  join tenant.unit u on u.tenant_id = app.party() and u.unit_id = a.unit_id
  where u.parent_unit_id is not null)
select distinct on (b.board_id, b.template_code, b.box_no)
       b.board_id, b.template_code, b.box_no, b.unit_id, n.name as unit_name, b.version, b.text
from above a
join tenant.unit n on n.tenant_id = app.party() and n.unit_id = a.unit_id
join tenant.common_box b
  on b.tenant_id = app.party() and b.unit_id = a.unit_id and b.text <> ''
order by b.board_id, b.template_code, b.box_no, a.far
