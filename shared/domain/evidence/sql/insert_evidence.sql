with made as (
  insert into tenant.evidence (tenant_id, title, kept_where, effective_on, unit_id, received_at)
  values (app.party(), normalize($1::text), normalize($2::text), $3, nullif($4::uuid, app.party()),
          coalesce($5, now()))
  returning *),
kept as (
  insert into tenant.evidence_version
    (tenant_id, evidence_id, version, title, kept_where, effective_on, saved_by, saved_at)
  select tenant_id, evidence_id, version, title, kept_where, effective_on, app.person(), received_at
  from made)
select evidence_id
from made
