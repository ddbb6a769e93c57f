select r.report_id, r.report_no, r.kind, r.audit_id, r.return_id, r.from_on, r.to_on, r.title, r.about,
  r.latest_version, r.made_at, r.withdrawn_at, r.withdrawn_why, coalesce((
    select max(n.person_name) from identity.colleagues() n where n.person_id = r.withdrawn_by), '')
    as withdrawn_by_name
from tenant.report r
where r.tenant_id = app.party() and r.report_id = $1::uuid
