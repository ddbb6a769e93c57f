with made as (
  insert into tenant.evidence (tenant_id, title, kept_where, effective_on)
  values (app.party(), normalize($1::text), normalize($2::text), $3)
  returning tenant_id, evidence_id, version, title, kept_where, effective_on)
insert into tenant.evidence_version
  (tenant_id, evidence_id, version, title, kept_where, effective_on, saved_by)
select tenant_id, evidence_id, version, title, kept_where, effective_on, app.person() from made
returning evidence_id
