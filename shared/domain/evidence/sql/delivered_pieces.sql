select min(e.evidence_no) as evidence_no, e.title, e.kept_where, e.blob_sha256, e.agency_id,
       array_remove(array_agg(e.box_no::text order by e.evidence_no), null) as boxes
from tenant.return r
join tenant.return_evidence e
  on e.tenant_id = r.tenant_id and e.return_id = r.return_id and e.version_no = coalesce($2::int, r.latest_version)
where r.tenant_id = app.party() and r.return_id = $1
group by e.title, e.kept_where, e.blob_sha256, e.agency_id
order by 1
