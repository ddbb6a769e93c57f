select v.evaluation_id, v.return_id, n.title, w.template_code, w.template_version
from tenant.return r
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
join tenant.request n
  on n.tenant_id = q.tenant_id and n.entry_id = q.entry_id and n.template_code = q.template_code
 and n.request_id <> q.request_id
join tenant.return o on o.tenant_id = n.tenant_id and o.request_id = n.request_id
join tenant.evaluation v
  on v.tenant_id = o.tenant_id and v.return_id = o.return_id and v.releases > 0
join tenant.return_version w
  on w.tenant_id = v.tenant_id and w.return_id = v.return_id and w.version_no = v.version_no
where r.tenant_id = app.party() and r.return_id = $1::uuid and o.received_at < r.received_at
order by o.received_at desc, v.version_no desc
limit 1
