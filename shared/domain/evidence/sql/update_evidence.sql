with changed as (
  update tenant.evidence
  set title = normalize($2::text), kept_where = normalize($3::text), effective_on = $4,
      version = version + 1
  where tenant_id = app.party() and evidence_id = $1 and withdrawn_at is null
  returning tenant_id, evidence_id, version, title, kept_where, effective_on)
insert into tenant.evidence_version
  (tenant_id, evidence_id, version, title, kept_where, effective_on, saved_by)
select tenant_id, evidence_id, version, title, kept_where, effective_on, app.person() from changed
returning evidence_id
