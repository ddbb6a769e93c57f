with changed as (
  update tenant.commitment
  set what = normalize($2::text), how = normalize($3::text), lead = normalize($4::text),
      by_on = $5, area = normalize($6::text), change = normalize($7::text), state = $8,
      version = version + 1, saved_by = app.person(), saved_at = now()
  where tenant_id = app.party() and commitment_id = $1 and state <> 'withdrawn'
  returning *),
next_version as (
  insert into tenant.commitment_version
    (tenant_id, commitment_id, version, what, how, lead, by_on, area, change, progress, evidence,
     risks, state, saved_by)
  select tenant_id, commitment_id, version, what, how, lead, by_on, area, change, progress, evidence,
         risks, state, saved_by
  from changed)
select commitment_id from changed
