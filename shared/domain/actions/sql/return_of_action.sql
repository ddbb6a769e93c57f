select r.return_id, r.latest_version, r.agency_id, q.entry_id, q.unit_id, v.template_code, v.template_version,
       coalesce(e.name, f.name, '') as organisation
from tenant.return r
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
join tenant.return_version v
  on v.tenant_id = r.tenant_id and v.return_id = r.return_id and v.version_no = r.latest_version
left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
left join tenancy.party_profile f on f.party_id = r.agency_id
where r.tenant_id = app.party() and r.return_id = $1
