select n.box_no
from tenant.return_box n
left join tenant.return_box o
  on o.tenant_id = n.tenant_id and o.return_id = n.return_id and o.version_no = $2::int
  and o.box_no = n.box_no
where n.tenant_id = app.party() and n.return_id = $1::uuid and n.version_no = $3::int
  and (o.box_no is null or o.text is distinct from n.text or o.point is distinct from n.point
       or o.state is distinct from n.state or o.na_reason is distinct from n.na_reason)
