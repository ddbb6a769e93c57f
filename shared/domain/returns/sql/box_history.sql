select v.version, v.text, v.level, v.point, v.na_reason, v.confirmed, v.saved_at, n.person_name
from tenant.board_box_version v
left join (select distinct person_id, person_name from identity.colleagues()) n
  on n.person_id = v.saved_by
where v.tenant_id = app.party() and v.unit_id = $1 and v.request_id = $2 and v.box_no = $3
  and v.kind = $4
order by v.version desc
limit 100
