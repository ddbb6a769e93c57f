select distinct on (r.request_id, e.kind, e.box_no) r.request_id, e.kind, e.box_no, e.text, e.level,
       e.point, e.na_reason, e.saved_at
from tenant.request r
join tenant.request q
  on q.tenant_id = r.tenant_id and q.agency_id = app.party() and q.template_code = r.template_code
 and q.asked_at < r.asked_at and q.request_id <> r.request_id
join tenant.board_box e
  on e.tenant_id = app.party() and e.unit_id = $1 and e.request_id = q.request_id
 and e.kind in ('direct', 'residual')
 and (e.text <> '' or e.level is not null or e.point is not null or e.na_reason is not null)
where r.agency_id = app.party() and r.state = 'open'
order by r.request_id, e.kind, e.box_no, e.saved_at desc
