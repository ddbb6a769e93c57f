select r.tenant_id as board_id, r.return_id, r.request_id, null::uuid as submission_id,
  v.version_no, r.latest_version, r.offered_version,
  e.name as agency, q.title, q.due_on, p.name as board,
  v.template_code, v.template_version, v.framework_code, v.framework_version, v.mapping_version,
  v.hash, v.receipt_code, v.delivered_at, v.accepted_at, v.accepted_by,
  v.standing, v.decided_at, v.decided_by_name, v.decision_words, a.name as accepted_by_name
from tenant.return r
join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
join tenant.return_version v
  on v.tenant_id = r.tenant_id and v.return_id = r.return_id and v.version_no = coalesce($2::int, r.latest_version)
join tenancy.party_profile p on p.party_id = r.tenant_id
left join tenant.register_entry e on e.tenant_id = q.tenant_id and e.entry_id = q.entry_id
left join lateral (
  select c.person_name as name from identity.colleagues() c
  where c.person_id = v.accepted_by limit 1) a on true
where r.tenant_id = app.party() and r.return_id = $1::uuid
