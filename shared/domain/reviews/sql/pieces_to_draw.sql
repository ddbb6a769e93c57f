select e.return_id, e.version_no, min(e.evidence_no) as evidence_no
from tenant.return r
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
join tenant.return_evidence e
  on e.tenant_id = r.tenant_id and e.return_id = r.return_id and e.version_no = r.latest_version
where r.tenant_id = app.party() and ($1::uuid is null or r.return_id = $1::uuid)
  and ($2::uuid is null or (q.audit_id = $2::uuid and q.state <> 'withdrawn'))
group by e.return_id, e.version_no, e.title, e.kept_where, e.blob_sha256
