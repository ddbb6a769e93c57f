with commitments as (
  insert into tenant.commitment as c
    (tenant_id, commitment_id, unit_id, what, how, lead, by_on, area, change, progress, evidence,
     risks, state, version, saved_by, saved_at)
  select app.party(), x.commitment_id, $2::uuid, x.what, x.how, x.lead, x.by_on, x.area, x.change,
         x.progress, x.evidence, x.risks, x.state, x.version,
         case when x.saved_by = any ($3::uuid[]) then x.saved_by else app.person() end, x.saved_at
  from jsonb_populate_recordset(null::tenant.commitment, $1::jsonb -> 'commitments') x
  on conflict on constraint commitment_key do update
    set what = excluded.what, how = excluded.how, lead = excluded.lead, by_on = excluded.by_on,
        area = excluded.area, change = excluded.change, progress = excluded.progress,
        evidence = excluded.evidence, risks = excluded.risks, state = excluded.state,
        version = excluded.version, saved_by = excluded.saved_by, saved_at = excluded.saved_at
    where c.version < excluded.version
  returning 1),
history as (
  insert into tenant.commitment_version
    (tenant_id, commitment_id, version, what, how, lead, by_on, area, change, progress, evidence,
     risks, state, saved_by, saved_at)
  select app.party(), x.commitment_id, x.version, x.what, x.how, x.lead, x.by_on, x.area, x.change,
         x.progress, x.evidence, x.risks, x.state,
         case when x.saved_by = any ($3::uuid[]) then x.saved_by else app.person() end, x.saved_at
  from jsonb_populate_recordset(null::tenant.commitment_version,
                                $1::jsonb -> 'commitments_history') x
  on conflict on constraint commitment_version_key do nothing),
about as (
  insert into tenant.commitment_subject (tenant_id, subject_id, commitment_id, requirement_code)
  select app.party(), x.subject_id, x.commitment_id, x.requirement_code
  from jsonb_populate_recordset(null::tenant.commitment_subject,
                                $1::jsonb -> 'commitments_about') x
  on conflict do nothing)
select count(*) as commitments from commitments
