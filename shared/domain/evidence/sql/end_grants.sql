update tenant.evidence_grant
set ended_at = now()
where tenant_id = app.party() and evidence_id = $1 and ended_at is null
  and board_id <> all ($2::uuid[])
