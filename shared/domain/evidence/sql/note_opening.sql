insert into tenant.return_evidence_opening
  (tenant_id, agency_id, return_id, version_no, evidence_no, opened_by, opened_at)
select e.tenant_id, e.agency_id, e.return_id, e.version_no, e.evidence_no, app.person(), $3
from tenant.return r
join tenant.return_evidence e
  on e.tenant_id = r.tenant_id and e.return_id = r.return_id and e.version_no = coalesce($4::int, r.latest_version)
where r.tenant_id = app.party() and r.return_id = $1 and e.evidence_no = $2
  and e.agency_id is not null
returning opening_id
