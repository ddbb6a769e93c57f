select r.return_id, r.request_id, r.agency_id, q.unit_id, r.latest_version, r.offered_version,
  r.state as return_state,
  l.delivered_at as latest_at, e.evaluation_id, e.version_no, e.state, e.started_by, e.started_at,
  coalesce(e.releases, 0) as releases, e.carried_from,
  case when v.version_no is not null then v.framework_code else l.framework_code end as framework_code,
  case when v.version_no is not null then v.framework_version else l.framework_version end
    as framework_version,
  case when v.version_no is not null then v.mapping_version else l.mapping_version end
    as mapping_version,
  (select max(t.version) from catalogue.template_version t
   where t.template_code = coalesce(v.template_code, l.template_code)) as newest_form
from tenant.return r
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
join tenant.return_version l
  on l.tenant_id = r.tenant_id and l.return_id = r.return_id and l.version_no = r.latest_version
left join lateral (
  select n.* from tenant.evaluation n
  where n.tenant_id = r.tenant_id and n.return_id = r.return_id
  order by n.version_no desc limit 1) e on true
left join tenant.return_version v
  on v.tenant_id = r.tenant_id and v.return_id = r.return_id and v.version_no = e.version_no
where r.tenant_id = app.party() and r.return_id = $1::uuid
