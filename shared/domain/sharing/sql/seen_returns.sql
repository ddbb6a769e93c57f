select r.return_id, v.version_no, r.received_at, q.title, coalesce(e.name, '') as organisation,
       v.template_code, v.template_version, count(*) over () as found
from tenant.return r
join tenant.return_version v
  on v.tenant_id = r.tenant_id and v.return_id = r.return_id and v.version_no = r.latest_version
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
where r.tenant_id = app.source_tenant() and ($1::uuid is null or r.return_id = $1::uuid)
  and ($2::text = '' or position(lower($2::text) in lower(coalesce(e.name, ''))) > 0)
order by r.received_at desc, r.return_id
limit $3::integer offset $4::integer
