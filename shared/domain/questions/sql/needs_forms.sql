select distinct v.template_code, v.template_version
from tenant.return r
join tenant.return_version v
  on v.tenant_id = r.tenant_id and v.return_id = r.return_id and v.version_no = r.latest_version
where r.tenant_id = app.party()
order by 1, 2
