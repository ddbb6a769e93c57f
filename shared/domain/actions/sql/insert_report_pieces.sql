insert into tenant.progress_report_evidence
  (tenant_id, report_id, board_id, line_no, evidence_id, evidence_version, title, kept_where, blob_sha256)
select app.party(), $1, g.board_id, row_number() over (partition by g.board_id order by e.title, e.evidence_id),
       e.evidence_id, e.version, e.title, e.kept_where, e.blob_sha256
from tenant.evidence e
join tenant.evidence_grant g
  on g.tenant_id = e.tenant_id and g.evidence_id = e.evidence_id and g.ended_at is null
where e.tenant_id = app.party() and e.withdrawn_at is null and e.evidence_id = any ($3::uuid[])
  and g.board_id = any ($2::uuid[])
