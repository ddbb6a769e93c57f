select r.tenant_id as board_id, r.return_id, r.request_id, v.submission_id, v.version_no, r.latest_version, r.offered_version,
  f.name as agency, q.title, q.due_on, p.name as board,
  v.template_code, v.template_version, v.framework_code, v.framework_version, v.mapping_version,
  v.hash, v.receipt_code, v.delivered_at, v.accepted_at, v.accepted_by,
  v.standing, v.decided_at, v.decided_by_name, v.decision_words,
  null::text as accepted_by_name
from tenant.request q
join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
join tenant.return_version v
  on v.tenant_id = r.tenant_id and v.return_id = r.return_id and v.version_no = coalesce($2::int, r.latest_version)
join tenancy.party_profile p on p.party_id = r.tenant_id
join tenancy.party_profile f on f.party_id = app.party()
where q.agency_id = app.party() and q.request_id = $1::uuid
  and (app.unit() is null or q.unit_id = app.unit())
