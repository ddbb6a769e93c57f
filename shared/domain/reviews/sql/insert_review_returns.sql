insert into tenant.review_return
  (tenant_id, review_id, return_id, version_no, agency_id, organisation, title, template_code, template_version)
select r.tenant_id, $1::uuid, r.return_id, r.latest_version, r.agency_id, n.name, q.title, v.template_code,
       v.template_version
from tenant.return r
join tenant.return_version v
  on v.tenant_id = r.tenant_id and v.return_id = r.return_id and v.version_no = r.latest_version
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
join tenant.register_entry n on n.tenant_id = q.tenant_id and n.entry_id = q.entry_id
where r.tenant_id = app.party() and r.return_id = any ($2::uuid[])
