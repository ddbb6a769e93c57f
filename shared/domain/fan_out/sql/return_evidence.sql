select box_no, title, kept_where
from tenant.return_evidence
where tenant_id = $1::uuid and return_id = $2::uuid and version_no = $3::int
order by evidence_no
