update tenant.evidence_grant
set granted_by = app.person(), granted_at = now(), ended_at = null
where tenant_id = app.party() and evidence_id = $1 and ended_at is not null
  and board_id = any ($2::uuid[])
