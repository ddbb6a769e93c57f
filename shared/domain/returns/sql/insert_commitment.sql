with made as (
  insert into tenant.commitment
    (tenant_id, unit_id, board_id, what, how, lead, by_on, area, change, saved_by)
  values (app.party(), $1, $2, normalize($3::text), normalize($4::text), normalize($5::text), $6,
          normalize($7::text), normalize($8::text), app.person())
  returning *),
first_version as (
  insert into tenant.commitment_version
    (tenant_id, commitment_id, version, what, how, lead, by_on, area, change, progress, evidence,
     risks, state, saved_by)
  select tenant_id, commitment_id, version, what, how, lead, by_on, area, change, progress, evidence,
         risks, state, saved_by
  from made)
select commitment_id from made
